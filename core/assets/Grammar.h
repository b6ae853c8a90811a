// A recipe as read and checked: the shape grammar's tree (after Mueller et al., "Procedural Modeling of Buildings",
// 2006), with every expression compiled. Immutable once read, shared by any number of threads.
#pragma once

#include <bitset>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/assets/Expression.h"
#include "core/assets/Materials.h"
#include "core/assets/Shape.h"

namespace sketchwalk::assets {

enum class Operation : uint8_t {
    box,
    gable,
    wedge,
    roof,
    hip,
    cone,
    cylinder,
    lathe,
    ring,
    extrude,
    blob,
    card,
    panel,
    arch,
    gateway,
    tube,
    loft,
    group,
    repeat,
    scatter,
    choose,
    mirror,
    use,
    outline
};

// Numbers beside the operation's own; each is read with its default where it is absent.
enum class Attribute : uint8_t {
    at,
    turn,
    scale,
    smooth,
    jitter,
    taper,
    thickness,
    eaves,
    gables,
    courses,
    hipped,
    ridge,
    overhang,
    sides,
    top,
    depth,
    detail,
    flat,
    bend,
    segments,
    opening,
    radius,
    smoothing,
    count,
    along,
    size,
    step,
    circle,
    arc,
    start,
    grid,
    cell,
    disc,
    area,
    volume,
    shell,
    apart,
    inset,
    loop,
    open,
    ends,
    lying,
    upright,
    facing,
    spin,
    kCount
};
constexpr size_t kAttributes = static_cast<size_t>(Attribute::kCount);

struct Local {  // a parameter and how to draw it
    int symbol = 0;
    Expression value;
};

struct Part;
struct Node;

struct Choice {
    Expression weight;
    std::vector<Node> build;
};

struct Node {
    Operation operation = Operation::group;
    uint64_t key = 0;  // of its place among its siblings; random draws depend on it
    std::optional<Expression> condition;
    std::vector<Local> locals;     // drawn before anything else of the node
    int material = -1;             // symbol; -1: the enclosing one's
    std::vector<Expression> main;  // the operation's own numbers, row by row
    int dimension = 1;             // numbers a point
    std::vector<int> sections;     // points in each section (loft)
    std::vector<std::pair<Attribute, std::vector<Expression>>> attributes;
    Top top = Top::flat;
    LeafForm form = LeafForm::square;
    bool mirrorZ = false;  // mirror: front to back, else left to right
    std::vector<Node> children;
    std::vector<Node> corners, inside;  // outline
    std::vector<Choice> choices;
    std::shared_ptr<const Part> part;  // use

    const std::vector<Expression>* find(Attribute attribute) const {
        for (const auto& [name, values] : attributes) {
            if (name == attribute) return &values;
        }
        return nullptr;
    }
};

struct Part {
    std::string name;
    std::vector<Local> parameters;  // with their defaults
    std::vector<Node> build;
};
using Parts = std::map<std::string, std::shared_ptr<const Part>, std::less<>>;

enum class Fit : uint8_t {
    all,     // stretched on each axis to the wished size, or its own
    wished,  // stretched on wished axes; where none is wished, scaled as a whole to its own height
    none     // left as it came
};

// What all recipes of a folder share.
struct Library {
    Symbols symbols;
    Materials materials;
    Parts parts;
    std::set<int> asked;  // qualities that the shared parts ask for
};

struct Grammar {
    std::string name;
    Expression width, depth, height;  // its own size, metres
    int variants = 1;
    Fit fit = Fit::all;
    bool centred = true;
    bool sheared = false;  // follows Wish::drop along x
    std::vector<Local> parameters;
    std::vector<MaterialRule> materials;
    std::vector<int> painted;  // material symbols that take a wished colour
    std::vector<Node> build;
    std::set<int> asked;  // qualities that its expressions ask for: is_NAME
};

// Names that every expression may use; set by the builder.
struct Builtins {
    int width, height, depth, span, drop, variant, i, n, t, length, gate, room, corners, plainness;
    int snowy, big, small, tall;  // qualities that every recipe understands
    int snow, snowSheet;          // materials that lie on others
    explicit Builtins(Symbols& symbols);
    std::vector<int> all() const;
};

// Errors are ErrorKind::resource and begin with `file: at /json/pointer:`. `library` gains symbols, and parts where the
// file is the shared one (parseParts).
Result<std::shared_ptr<const Grammar>> parseGrammar(std::string_view json, std::string_view file, std::string_view name,
                                                    Library& library);
Result<void> parseParts(std::string_view json, std::string_view file, Library& library);

}  // namespace sketchwalk::assets
