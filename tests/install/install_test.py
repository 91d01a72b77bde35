# SPDX-License-Identifier: MIT
"""What is installed is whole: programs are made of it that see nothing of this house.

BUILD names the build whose target stunt_to_install was built."""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("BUILD", "build/release")).resolve()
CONSUMER = ROOT / "tests" / "install" / "consumer"


def run(*command, **settings):
    """Its output; the test fails with all that it said if it does."""
    done = subprocess.run(list(map(str, command)), stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=300, check=False, **settings)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}:\n{done.stdout}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="stunt-install-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        # Installed there, and moved away: nothing may know where it was made.
        run("cmake", "--install", BUILD, "--prefix", cls.folder / "made")
        cls.prefix = cls.folder / "prefix"
        (cls.folder / "made").rename(cls.prefix)
        config = next(cls.prefix.rglob("stunt-config.cmake"))
        cls.libraries = config.parents[2]
        cls.environment = {**os.environ, "PKG_CONFIG_PATH": str(cls.libraries / "pkgconfig")}

    def configure(self, name, *flags, source=CONSUMER):
        build = self.folder / name
        run("cmake", "-S", source, "-B", build, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Debug",
            f"-DCMAKE_PREFIX_PATH={self.prefix}", *flags)
        return build

    def assert_serves(self, program):
        self.assertRegex(run(program), r"^http://127\.0\.0\.1:\d+\n$")

    def has_gtest(self):
        return any(self.libraries.glob("libstunt_gtest.a"))

    def test_a_project_finds_it_with_cmake(self):
        build = self.configure("found")
        run("cmake", "--build", build)
        self.assert_serves(build / "consumer")
        if self.has_gtest():
            self.assertIn("[  PASSED  ]", run(build / "consumer_test"))

    def test_a_makefile_finds_it_with_pkg_config(self):
        self.assertEqual(run("pkg-config", "--modversion", "stunt", env=self.environment),
                         run(self.prefix / "bin" / "stunt", "--version").split()[1] + "\n")
        flags = run("pkg-config", "--cflags", "--libs", "stunt", env=self.environment).split()
        program = self.folder / "with-pkg-config"
        run("g++", "-std=c++20", CONSUMER / "main.cc", "-o", program, *flags)
        self.assert_serves(program)

    def test_a_project_takes_the_source_as_a_folder_of_its_own(self):
        # What the library is made of was built already; here only the consumer's own part is.
        build = self.configure("folder", f"-DSTUNT_SOURCE={ROOT}")
        run("ninja", "-C", build, "CMakeFiles/consumer.dir/main.cc.o")
        linked = run("ninja", "-C", build, "-t", "query", "consumer")
        self.assertIn("libstunt_harness.a", linked)
        commands = run("ninja", "-C", build, "-t", "commands", "-s", "consumer")
        self.assertIn("libpistache", commands)
        targets = run("ninja", "-C", build, "-t", "targets", "all")
        self.assertNotIn("stunt_archive", targets)

    def test_what_the_pages_show_compiles(self):
        if not self.has_gtest():
            self.skipTest("built without GoogleTest")
        readers_own = ("#include <stunt/scope.h>\nint client(const stunt::Scope&);\n"
                       "void create_secret(std::string, std::string, std::string);\n")
        for page in ROOT / "docs" / "gtest.md", ROOT / "README.md":
            shown = next(text for text in re.findall(r"```cpp\n(.*?)```", page.read_text(), re.S)
                         if "#include <stunt/gtest.h>" in text)
            source = self.folder / f"{page.stem}.cc"
            source.write_text(readers_own + shown)
            run("g++", "-std=c++20", "-fsyntax-only", f"-I{self.prefix}/include", source)

    def test_examples_of_a_shell_can_be_run(self):
        script = next(self.prefix.rglob("aws-cli/settings_test.sh"))
        self.assertTrue(os.access(script, os.X_OK), script)

    def test_a_missing_component_is_told(self):
        source = self.folder / "wants"
        source.mkdir()
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(wants LANGUAGES CXX)\n"
            "find_package(stunt REQUIRED COMPONENTS spanish)\n", encoding="utf-8")
        with self.assertRaisesRegex(AssertionError, "no component 'spanish'; there is 'gtest'"):
            self.configure("wanting", source=source)

    def test_another_minor_version_is_not_taken_for_this(self):
        source = self.folder / "later"
        source.mkdir()
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(later LANGUAGES CXX)\n"
            "find_package(stunt 99.0 REQUIRED)\n", encoding="utf-8")
        with self.assertRaisesRegex(AssertionError, "99.0"):
            self.configure("late", source=source)

    def test_only_public_headers_are_there_and_none_needs_what_is_within(self):
        headers = sorted(path.relative_to(self.prefix) for path in self.prefix.rglob("*.h"))
        own = sorted(path.relative_to(ROOT / "harness")
                     for path in (ROOT / "harness" / "include").rglob("*.h"))
        self.assertEqual(headers, own)
        for header in headers:
            text = (self.prefix / header).read_text(encoding="utf-8")
            for inner in ("pistache", "nlohmann", "spdlog", "yaml-cpp", '"harness/', '"http/'):
                self.assertNotIn(f"#include <{inner}" if inner[0] != '"' else f"#include {inner}",
                                 text, header)

    def test_no_file_knows_where_it_was_made(self):
        for path in self.prefix.rglob("*"):
            if path.suffix in (".cmake", ".pc"):
                text = path.read_text(encoding="utf-8")
                self.assertNotIn(str(ROOT), text, path)
                self.assertNotIn(str(self.folder), text, path)

    def test_the_scenarios_that_come_with_it_are_good(self):
        files = sorted((self.prefix / "share" / "stunt" / "scenarios").glob("*.yaml"))
        self.assertEqual(len(files), len(list((ROOT / "scenarios" / "library").glob("*.yaml"))))
        run(self.prefix / "bin" / "stunt", "check", "--strict", *files)
        schema = self.prefix / "share" / "stunt" / "scenario.schema.json"
        self.assertIn("$schema", json.loads(schema.read_text(encoding="utf-8")))
