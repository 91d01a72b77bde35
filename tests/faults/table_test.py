# SPDX-License-Identifier: MIT
"""How the tables in the documents are written and compared; what is in them is table.py's own run."""

import contextlib
import io
import pathlib
import tempfile
import unittest
from unittest import mock

import table

OLD = "Measured with boto3 1.0.\n\n| a | 1 |\n"
DOCUMENT = (f"# Before\n<!-- sdk tables: made by tests/faults/table.py --write -->\n{OLD}"
            "<!-- end of sdk tables -->\nafter\n")


class TableTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="stunt-faults-")
        self.addCleanup(folder.cleanup)
        self.document = pathlib.Path(folder.name) / "page.md"
        self.document.write_text(DOCUMENT, encoding="utf-8")
        root = mock.patch.object(table.stunt, "ROOT", pathlib.Path(folder.name))
        root.start()
        self.addCleanup(root.stop)

    def update(self, text, write=False, name="sdk tables"):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            good = table.update({("page.md", name): text}, write)
        return good, printed.getvalue()

    def test_the_same_is_good(self):
        self.assertEqual(self.update(OLD), (True, ""))

    def test_a_difference_is_told_and_not_written(self):
        good, printed = self.update(OLD.replace("| 1 |", "| 2 |"))
        self.assertFalse(good)
        self.assertIn("-| a | 1 |\n+| a | 2 |", printed)
        self.assertNotIn("Install what", printed)
        self.assertEqual(self.document.read_text(encoding="utf-8"), DOCUMENT)

    def test_another_version_is_told_with_what_to_do(self):
        good, printed = self.update(OLD.replace("1.0", "2.0"))
        self.assertFalse(good)
        self.assertIn("page.md was measured with boto3 1.0; installed here is boto3 2.0.", printed)
        self.assertIn("tests/faults/table.py --write", printed)

    def test_writing_changes_the_part_and_nothing_else(self):
        new = "Measured with boto3 2.0.\n"
        self.assertTrue(self.update(new, write=True)[0])
        self.assertEqual(self.document.read_text(encoding="utf-8"), DOCUMENT.replace(OLD, new))

    def test_a_document_without_the_markers_is_an_error(self):
        with self.assertRaisesRegex(SystemExit, "page.md: no lines <!-- other"):
            self.update(OLD, name="other")


if __name__ == "__main__":
    unittest.main()
