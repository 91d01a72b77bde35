#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Plants each kind of violation in a small house and sees that tidy finds it, and nothing else."""

import pathlib
import tempfile
import unittest

import tidy

SPDX = "// SPDX-License-Identifier: MIT\n"


class Tidy(unittest.TestCase):
    def found(self, name, text, lists=None):
        """What tidy says of a house that has this one file."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            path = root / name
            path.parent.mkdir(parents=True)
            path.write_text(text)
            (path.parent / "CMakeLists.txt").write_text(path.name if lists is None else lists)
            return list(tidy.violations(root))

    def assert_one(self, found, *words):
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_a_clean_file_is_clean(self):
        self.assertEqual(self.found("world/a.cc", SPDX + "int a;\n"), [])

    def test_an_arrow_that_points_the_wrong_way(self):
        text = SPDX + '#include "scenarios/rule.h"\n'
        self.assert_one(self.found("emulator/a.cc", text), "emulator/a.cc:2", "may not include scenarios/")
        self.assertEqual(self.found("harness/a.cc", text), [])

    def test_nothing_includes_the_tests(self):
        self.assert_one(self.found("aws/a.cc", SPDX + '#include "tests/support/x.h"\n'), "tests/")

    def test_public_headers_show_nothing_of_the_house(self):
        name, start = "harness/include/stunt/a.h", SPDX + "#pragma once\n"
        for line in ['#include "harness/scope.h"', '#include "aws/json.h"', "#include <unistd.h>",
                     "#include <nlohmann/json.hpp>"]:
            self.assert_one(self.found(name, start + line + "\n"), "public header")
        for line in ['#include "stunt/b.h"', "#include <string>", "#include <gmock/gmock.h>"]:
            self.assertEqual(self.found(name, start + line + "\n"), [])

    def test_clocks_dice_and_sleep(self):
        for line in ["auto t = std::chrono::steady_clock::now();", "auto t = ::time(nullptr);",
                     "std::mt19937 dice;", "int i = rand();", "std::this_thread::sleep_for(1s);",
                     "::usleep(5);"]:
            self.assert_one(self.found("http/a.cc", SPDX + line + "\n"), "http/a.cc:2")
        self.assertEqual(
            self.found("world/a.cc", SPDX + "auto t = std::chrono::steady_clock::now();\n"), [])

    def test_words_in_comments_are_free(self):
        self.assertEqual(self.found("http/a.cc", SPDX + "// never sleep(1), never rand()\n"), [])

    def test_names_that_only_look_alike(self):
        self.assertEqual(
            self.found("http/a.cc", SPDX + "int x = runtime(0) + operand(1) + call.time(0);\n"), [])

    def test_libraries_outside_their_home(self):
        for line in ["#include <pistache/http.h>", "#include <curl/curl.h>",
                     "#include <spdlog/spdlog.h>", "#include <yaml-cpp/yaml.h>"]:
            self.assert_one(self.found("recorder/a.cc", SPDX + line + "\n"), "recorder/a.cc:2")

    def test_skipped_tests_and_promises(self):
        self.assert_one(self.found("tests/a.cc", SPDX + "GTEST_SKIP();\n"), "tests/a.cc:2")
        self.assert_one(self.found("tests/a.cc", SPDX + "// TODO later\n"), "tests/a.cc:2")

    def test_shape(self):
        self.assert_one(self.found("aws/a.cc", "int a;\n"), "SPDX")
        self.assert_one(self.found("aws/a.h", SPDX + "int a;\n"), "#pragma once")
        self.assert_one(self.found("aws/a.cc", SPDX + "int a;\n" * 400), "401 lines")
        self.assert_one(self.found("aws/a.cc", SPDX + "x" * 101 + "\n"), "101 columns")

    def test_a_file_that_nobody_builds(self):
        self.assert_one(self.found("aws/lost.cc", SPDX, lists="other.cc"), "nobody builds it")


if __name__ == "__main__":
    unittest.main()
