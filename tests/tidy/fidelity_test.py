#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Plants each kind of mistake in a page and sees that it is found."""

import unittest

import fidelity

KNOWN = {"Versions.MoveLabels", "boto3_test.py: Boto3.test_reads"}


def page(*rows):
    return "\n".join(["| what | how sure | test |", "|---|---|---|", *rows])


class Fidelity(unittest.TestCase):
    def found(self, text):
        return list(fidelity.problems_of(text, KNOWN))

    def test_a_row_with_its_test_is_fine(self):
        self.assertEqual(self.found(page(
            "| labels move | recorded | Versions.MoveLabels |",
            "| reads | guess; peer | `Versions.MoveLabels`; `boto3_test.py: Boto3.test_reads` |",
            "| no key is asked | known difference | – |")), [])

    def test_other_tables_are_none_of_its_business(self):
        self.assertEqual(self.found("| mark | means |\n|---|---|\n| guess | ours to change |"), [])

    def test_a_test_that_does_not_exist(self):
        self.assertEqual(self.found(page("| labels | recorded | Versions.Dance |")),
                         ["3: there is no test 'Versions.Dance'"])

    def test_a_row_without_a_test(self):
        self.assertEqual(self.found(page("| labels | recorded | – |")),
                         ["3: no test shows it"])

    def test_a_mark_that_the_page_does_not_explain(self):
        self.assertEqual(len(self.found(page("| labels | surely | Versions.MoveLabels |"))), 1)

    def test_columns_that_are_missing(self):
        self.assertEqual(len(self.found("| what | how sure |\n|---|---|\n| a | guess |")), 1)
        self.assertEqual(len(self.found(page("| labels | guess |"))), 1)

    def test_it_knows_the_tests_of_this_tree(self):
        there = fidelity.tests_there()
        self.assertIn("Protocol.AnswersWithTheHeadersOfAws", there)
        self.assertIn("boto3_test.py: Boto3.test_a_secret_goes_through_its_whole_life", there)


if __name__ == "__main__":
    unittest.main()
