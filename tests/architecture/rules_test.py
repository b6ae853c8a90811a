#!/usr/bin/env python3
"""The rules must catch what they are for: each case is a file that breaks one rule, or one that keeps them all."""
import os
import tempfile
import unittest

import rules


def offences(path, *lines):
    text = "\n".join((["#pragma once"] if path.endswith(".h") else []) + list(lines)) + "\n"
    return rules.check_file(path, text)


class Direction(unittest.TestCase):
    def test_a_lower_room_may_not_use_a_higher_one(self):
        self.assertEqual(len(offences("core/terrain/Rivers.cpp", '#include "core/scene/Scene.h"')), 1)
        self.assertEqual(len(offences("core/base/Grid.h", '#include "core/catalogue/Catalogue.h"')), 1)

    def test_a_higher_room_may_use_a_lower_one_and_itself(self):
        self.assertEqual(offences("core/scene/Scene.h", '#include "core/terrain/Ground.h"', '#include "core/scene/Spawn.h"'), [])

    def test_the_two_top_rooms_do_not_know_each_other(self):
        self.assertEqual(len(offences("core/pipeline/Pipeline.cpp", '#include "core/preview/Preview.h"')), 1)
        self.assertEqual(len(offences("core/preview/Preview.cpp", '#include "core/pipeline/Pipeline.h"')), 1)

    def test_core_knows_no_program_and_no_file_writer(self):
        self.assertEqual(len(offences("core/scene/Scene.cpp", '#include "app/cli/Console.h"')), 1)
        self.assertEqual(len(offences("core/scene/Scene.cpp", '#include "core/gltf/Glb.h"')), 1)
        self.assertEqual(offences("core/gltf/Glb.cpp", '#include "core/scene/Scene.h"'), [])

    def test_only_tests_use_tests(self):
        self.assertEqual(len(offences("core/base/File.cpp", '#include "tests/support/Run.h"')), 1)
        self.assertEqual(offences("tests/app/CommandTest.cpp", '#include "tests/support/Run.h"'), [])

    def test_the_window_reaches_no_network_and_no_physics(self):
        self.assertEqual(len(offences("ui/window/Window.cpp", '#include "core/neural/Recogniser.h"')), 1)
        self.assertEqual(len(offences("ui/window/Window.cpp", "#include <torch/torch.h>")), 1)
        self.assertEqual(offences("ui/window/Window.cpp", '#include "core/neural/InkSymbol.h"'), [])
        self.assertEqual(len(offences("core/play/World.cpp", '#include "core/neural/InkSymbol.h"')), 1)

    def test_own_headers_are_named_from_the_root(self):
        self.assertEqual(len(offences("core/base/File.cpp", '#include "File.h"')), 1)
        self.assertEqual(len(offences("core/base/File.cpp", '#  include "../base/File.h"')), 1)


class Doors(unittest.TestCase):
    def test_qt_never_enters_core_nor_its_tests(self):
        self.assertEqual(len(offences("core/base/File.cpp", "#include <QString>")), 1)
        self.assertEqual(len(offences("tests/core/base/FileTest.cpp", "#include <QtCore/QString>")), 1)
        self.assertEqual(offences("ui/window/Window.h", "#include <QWidget>"), [])

    def test_each_library_has_its_room(self):
        for header, right, wrong in (
            ("torch/torch.h", "core/neural/Net.cpp", "core/terrain/Net.cpp"),
            ("opencv2/imgproc.hpp", "core/sketch/Patches.cpp", "app/cli/main.cpp"),
            ("CLI/App.hpp", "app/cli/main.cpp", "core/pipeline/Pipeline.cpp"),
            ("tiny_gltf.h", "core/library/ReadGltf.cpp", "core/scene/Scene.cpp"),
            ("meshoptimizer.h", "core/gltf/Compact.cpp", "core/scene/Scene.cpp"),
            ("Recast.h", "core/navigation/TileBuild.cpp", "core/scene/Scene.cpp"),
            ("pugixml.hpp", "core/sketch/Svg.cpp", "core/layout/Plan.cpp"),
            ("png.h", "core/base/Png.cpp", "core/preview/Preview.cpp"),
            ("gtest/gtest.h", "tests/app/CommandTest.cpp", "core/base/File.cpp"),
        ):
            self.assertEqual(offences(right, f"#include <{header}>"), [], header)
            self.assertEqual(len(offences(wrong, f"#include <{header}>")), 1, header)

    def test_the_standard_library_is_open_to_all(self):
        self.assertEqual(offences("core/base/File.cpp", "#include <vector>", "#include <sys/stat.h>"), [])


class Shape(unittest.TestCase):
    def test_long_files_fail_at_the_first_line_too_many(self):
        self.assertEqual(offences("core/base/Long.cpp", *["//"] * rules.MOST_LINES), [])
        self.assertEqual(len(offences("core/base/Long.cpp", *["//"] * (rules.MOST_LINES + 1))), 1)

    def test_names_that_say_nothing_fail(self):
        for name in ("core/base/Utils.h", "core/base/StringHelpers.cpp", "core/scene/SceneManager.h", "app/cli/Common.h",
                     "core/common/Point.h"):
            self.assertTrue(offences(name), name)
        for name in ("core/layout/Commons.cpp", "app/cli/CommandFacts.h"):
            self.assertFalse([o for o in offences(name) if "says nothing" in o], name)

    def test_a_new_room_must_be_given_its_floor(self):
        self.assertEqual(len(offences("core/weather/Rain.cpp")), 1)

    def test_headers_guard_themselves(self):
        self.assertEqual(len(rules.check_file("core/base/Bare.h", "int bare();\n")), 1)

    def test_files_of_a_folder_keep_different_names_to_themselves(self):
        own = "namespace sketchwalk {\nnamespace {\nconstexpr int kMost = 4;\nstruct Cell {\n};\n}  // namespace\n}\n"
        said = rules.check_folder({"core/base/A.cpp": own, "core/base/B.cpp": own})
        self.assertEqual(len(said), 2, said)
        self.assertEqual(rules.check_folder({"core/base/A.cpp": own, "core/base/B.cpp": "constexpr int kMost = 4;\n"}), [])


class Tree(unittest.TestCase):
    def test_a_bad_tree_fails_and_an_empty_one_too(self):
        with tempfile.TemporaryDirectory() as root:
            self.assertEqual(rules.main([root]), 1)
            os.makedirs(os.path.join(root, "core/base"))
            with open(os.path.join(root, "core/base/File.cpp"), "w", encoding="utf-8") as file:
                file.write("#include <vector>\n")
            self.assertEqual(rules.main([root]), 0)
            with open(os.path.join(root, "core/base/File.cpp"), "a", encoding="utf-8") as file:
                file.write("#include <QString>\n")
            self.assertEqual(rules.main([root]), 1)


if __name__ == "__main__":
    unittest.main()
