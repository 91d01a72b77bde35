# SPDX-License-Identifier: MIT
from connect import connect


def good(sm):
    pages = sm.get_paginator("list_secrets").paginate(PaginationConfig={"PageSize": 2})
    return [secret["Name"] for page in pages for secret in page["SecretList"]]


def mutant(_):
    """Keeps what it has when a page fails."""
    names = []
    try:
        pages = connect(attempts=1).get_paginator("list_secrets")
        for page in pages.paginate(PaginationConfig={"PageSize": 2}):
            names += [secret["Name"] for secret in page["SecretList"]]
    except Exception:
        pass
    return names
