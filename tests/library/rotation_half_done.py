# SPDX-License-Identifier: MIT
from connect import connect


def stages(sm):
    """label → version"""
    told = sm.describe_secret(SecretId="app/db")["VersionIdsToStages"]
    return {stage: version for version, labels in told.items() for stage in labels}


def move(sm, stage, version):
    """Wherever the label is now, and if it is there already, nothing."""
    before = stages(sm).get(stage)
    if before == version:
        return
    source = {"RemoveFromVersionId": before} if before else {}
    sm.update_secret_version_stage(SecretId="app/db", VersionStage=stage, MoveToVersionId=version,
                                   **source)


def good(sm):
    """Has a goal for each label, and goes there until it has arrived."""
    old = stages(sm)["AWSCURRENT"]
    new = sm.put_secret_value(SecretId="app/db", SecretString="new-password",
                              VersionStages=["AWSPENDING"])["VersionId"]
    sm = connect(attempts=1)
    while stages(sm).get("AWSCURRENT") != new or stages(sm).get("AWSPREVIOUS") != old:
        try:
            move(sm, "AWSCURRENT", new)
            move(sm, "AWSPREVIOUS", old)
        except sm.exceptions.InternalServiceError:
            pass


def mutant(_):
    """Begins anew after an error."""
    sm = connect(attempts=1)
    for _ in range(2):
        new = sm.put_secret_value(SecretId="app/db", SecretString="new-password",
                                  VersionStages=["AWSPENDING"])["VersionId"]
        try:
            move(sm, "AWSCURRENT", new)
            return
        except sm.exceptions.InternalServiceError:
            pass
