// Files that strangers made: each is refused with its name and a reason, and the rest of the library still works.
#include <gtest/gtest.h>

#include <limits>

#include "tests/core/library/MadeModels.h"

namespace sketchwalk::library {
namespace {

using test::TemporaryFolder;

void expectRefused(const MadeModel& made, const std::string& reason) {
    const auto model = parsed(glb(made));
    ASSERT_FALSE(model) << reason;
    EXPECT_NE(model.error().text.find(reason), std::string::npos) << model.error().text;
}

TEST(HostileFiles, TheWholeBoxItselfIsRead) {
    const auto model = parsed(glb(box(2, 3, 4)));
    ASSERT_TRUE(model) << model.error().text;
    EXPECT_EQ(model->triangles(), 12U);
    EXPECT_EQ(model->max, glm::vec3(2, 3, 4));
}

TEST(HostileFiles, PositionsThatAreNowhere) {
    for (const float bad : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        MadeModel made = box(1, 1, 1);
        std::memcpy(made.bin.data() + 12, &bad, 4);
        expectRefused(made, "vertex 1 lies at no finite place");
    }
    MadeModel far = box(1, 1, 1);
    const float out = 2e6f;
    std::memcpy(far.bin.data() + 12, &out, 4);
    expectRefused(far, "a million units out");
}

TEST(HostileFiles, IndicesPastTheVertices) {
    MadeModel made = box(1, 1, 1);
    const uint16_t bad = 8;
    std::memcpy(made.bin.data() + 96 + 10, &bad, 2);
    expectRefused(made, "index 8 points past its 8 vertices");
}

TEST(HostileFiles, NodesInCircles) {
    MadeModel made = box(1, 1, 1);
    made.root["nodes"] = {{{"children", {1}}}, {{"children", {0}}, {"mesh", 0}}};
    expectRefused(made, "hangs in the tree twice, or under itself");
    made.root["nodes"] = {{{"children", {1, 1}}}, {{"mesh", 0}}};
    expectRefused(made, "hangs in the tree twice");
    made.root["nodes"] = {{{"children", {7}}}};
    expectRefused(made, "node 7 is not there");
}

TEST(HostileFiles, TooManyNodesOrTrianglesInASmallFile) {
    MadeModel nodes = box(1, 1, 1);
    for (size_t i = 0; i < kMostNodes; ++i) nodes.root["nodes"].push_back(json::object());
    expectRefused(nodes, "20001 nodes, more than 20000");
    MadeModel copies = box(1, 1, 1);  // 17,000 copies of 12 triangles
    for (int i = 1; i < 17'000; ++i) {
        copies.root["nodes"].push_back({{"mesh", 0}});
        copies.root["scenes"][0]["nodes"].push_back(i);
    }
    expectRefused(copies, "more than 200000 triangles");
    MadeModel deep = box(1, 1, 1);
    json nest = 1;
    for (int i = 0; i < 100; ++i) nest = json::array({nest});
    deep.root["extras"] = nest;
    expectRefused(deep, "nested deeper than 64");
}

TEST(HostileFiles, AccessorsThatDoNotHold) {
    MadeModel sparse = box(1, 1, 1);
    sparse.root["accessors"][0]["sparse"] = {
        {"count", 1}, {"indices", {{"bufferView", 1}, {"componentType", 5123}}}, {"values", {{"bufferView", 0}}}};
    expectRefused(sparse, "sparse");
    MadeModel kind = box(1, 1, 1);
    kind.root["accessors"][0]["componentType"] = 4242;
    EXPECT_FALSE(parsed(glb(kind)));
    MadeModel beyond = box(1, 1, 1);
    beyond.root["accessors"][0]["count"] = 9;
    expectRefused(beyond, "reaches past the end of its buffer");
    MadeModel huge = box(1, 1, 1);
    huge.root["accessors"][0]["count"] = 4'000'000'000U;
    EXPECT_FALSE(parsed(glb(huge)));
    MadeModel view = box(1, 1, 1);
    view.root["bufferViews"][0]["byteOffset"] = 1'000'000;
    expectRefused(view, "buffer view 0 reaches out of its buffer");
    MadeModel shifted = box(1, 1, 1);
    shifted.root["accessors"][0]["byteOffset"] = 12;
    expectRefused(shifted, "reaches past the end of its buffer");
}

TEST(HostileFiles, CutAndMislabelledFiles) {
    const std::string whole = glb(box(1, 1, 1));
    for (const size_t size : {size_t{0}, size_t{3}, size_t{11}, size_t{19}, size_t{200}, whole.size() - 4}) {
        EXPECT_FALSE(parsed(whole.substr(0, size))) << size;
    }
    std::string version = whole;
    version[4] = 1;
    EXPECT_FALSE(parsed(version));
    EXPECT_FALSE(parsed("this is no model", "a.gltf"));
    EXPECT_FALSE(parsed("{\"asset\":{\"version\":\"2.0\"}}", "a.gltf"));
}

TEST(HostileFiles, ExtensionsThatAreNeededAndUnknown) {
    MadeModel made = box(1, 1, 1);
    made.root["extensionsRequired"] = {"KHR_draco_mesh_compression"};
    expectRefused(made, "KHR_draco_mesh_compression");
}

TEST(HostileFiles, ObjThatLies) {
    EXPECT_TRUE(parsed("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n", "a.obj"));
    for (const std::string& bad :
         {std::string("v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 9\n"), std::string("v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n"),
          std::string("v 0 0 0\n"), std::string(), "v 0 0 0\n#" + std::string(5000, 'x') + "\nf 1 1 1\n",
          std::string("v 0 0 0\nv 0 0 0\nv 0 0 0\nf 1 2 3\n")}) {
        const auto model = parsed(bad, "a.obj");
        EXPECT_FALSE(model) << bad.substr(0, 60);
        if (!model) {
            EXPECT_FALSE(model.error().text.empty());
        }
    }
}

TEST(HostileFiles, PathsThatLeaveTheLibrary) {
    const TemporaryFolder folder;
    write(folder / "outside.bin", box(1, 1, 1).bin);
    const auto root = folder / "pack";
    for (const auto& [name, uri] :
         std::vector<std::pair<std::string, std::string>>{{"up", "../outside.bin"},
                                                          {"deep_up", "x/../../outside.bin"},
                                                          {"escaped", "%2e%2e/outside.bin"},
                                                          {"absolute", (folder / "outside.bin").string()},
                                                          {"address", "http://example.org/a.bin"},
                                                          {"file_address", "file:///etc/passwd"},
                                                          {"missing", "nothing.bin"}}) {
        MadeModel made = box(1, 1, 1);
        made.root["buffers"][0]["uri"] = uri;
        write(root / (name + ".gltf"), made.root.dump());
    }
    write(root / "box_good.glb", glb(box(1, 1, 1)));
    write(root / "leaving.obj", "mtllib ../../x.mtl\nv 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n");
    write(folder / "secret.glb", glb(box(1, 1, 1)));
    std::filesystem::create_symlink(folder / "secret.glb", root / "house_linked.glb");
    std::filesystem::create_symlink("/dev/zero", root / "house_endless.glb");
    const auto library = libraryOf({root});
    ASSERT_TRUE(library) << library.error().text;
    size_t refused = 0;
    for (const Listed& file : library->files()) {
        EXPECT_EQ(file.state == State::refused, file.file != "box_good.glb") << file.file << ": " << file.why;
        refused += file.state == State::refused;
        if (file.state == State::refused) {
            EXPECT_FALSE(file.why.empty());
        }
    }
    EXPECT_EQ(refused, 10U);
    const Diagnostics warnings = library->diagnostics();
    ASSERT_EQ(warnings.size(), 10U);
    EXPECT_NE(warnings.front().text.find("absolute.gltf"), std::string::npos) << warnings.front().text;
}

TEST(HostileFiles, ABufferBesideTheFileMayBeSharedInsideTheLibrary) {
    const TemporaryFolder folder;
    MadeModel made = box(1, 1, 1);
    made.root["buffers"][0]["uri"] = "../data/my%20box.bin";
    write(folder / "models/house.gltf", made.root.dump());
    write(folder / "data/my box.bin", made.bin);
    const auto library = libraryOf({folder.path()});
    ASSERT_TRUE(library);
    ASSERT_EQ(library->files().size(), 1U);
    EXPECT_EQ(library->files()[0].state, State::placed) << library->files()[0].why;
}

TEST(HostileFiles, PicturesTooLargeToDecode) {
    std::string head("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x40\0\0\0\x40\0\x08\x06\0\0\0", 29);  // 16384 x 16384
    EXPECT_EQ(pixelsOf({reinterpret_cast<const uint8_t*>(head.data()), head.size()}), 16384LL * 16384);
    PictureShelf shelf;
    const auto picture = shelf.decode({reinterpret_cast<const uint8_t*>(head.data()), head.size()});
    ASSERT_FALSE(picture);
    EXPECT_NE(picture.error().text.find("64 megapixels"), std::string::npos) << picture.error().text;
}

TEST(HostileFiles, ABrokenNoteIsOneClearError) {
    const TemporaryFolder folder;
    write(folder / "box.glb", glb(box(1, 1, 1)));
    for (const char* note :
         {"{", "[]", R"({"format":"other","version":1,"assets":[]})",
          R"({"format":"sketchwalk-library","version":1,"assets":[{"file":"box.glb","up":"x"}]})",
          R"({"format":"sketchwalk-library","version":1,"assets":[{"file":"box.glb","heigth":2}]})"}) {
        write(folder / "library.json", note);
        const auto library = libraryOf({folder.path()});
        ASSERT_FALSE(library) << note;
        EXPECT_EQ(library.error().kind, ErrorKind::input);
        EXPECT_NE(library.error().text.find("library.json"), std::string::npos) << library.error().text;
    }
    EXPECT_FALSE(libraryOf({folder / "nowhere"}));
}

}  // namespace
}  // namespace sketchwalk::library
