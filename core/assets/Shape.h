// The primitives of the shape grammar, as points and faces in their own space: metres, Y up, the base at y = 0 and the
// middle of the base at the origin unless said otherwise, front +Z, faces counter-clockwise seen from outside.
//
// Every solid is closed: each edge belongs to two faces. Counts of sides and segments are held within sensible limits,
// and sizes may be anything: a shape that collapses just has no area. Pure functions of their arguments.
#pragma once

#include <cstdint>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <initializer_list>
#include <vector>

namespace sketchwalk::assets {

struct Shape {
    std::vector<glm::dvec3> points;
    std::vector<int> corners;  // of all faces, one after another
    std::vector<int> starts;   // where each face begins in corners

    void clear();
    int point(double x, double y, double z);
    void face(std::initializer_list<int> indices);
    size_t faces() const { return starts.size(); }
    size_t triangles() const { return corners.size() - 2 * starts.size(); }
};

enum class Top { flat, round, pointed };         // of doors, windows and openings
enum class LeafForm { square, pointed, blade };  // outline of a card

// Appending builders. `top` of a box scales its upper face in x and z.
void addBox(Shape& shape, glm::dvec3 size, glm::dvec2 top);
// A prism with its ridge along x; `hipped` is the share of its height, from the top, that slopes at the ends too.
void addGable(Shape& shape, glm::dvec3 size, double hipped = 0);
void addWedge(Shape& shape, glm::dvec3 size);  // high at the back (-z), nothing at the front

// Two slabs over walls of width x depth that rise by `height`; the ridge runs along x. The underside touches the walls'
// top edges at y = 0. `courses` rows of tiles step the slope. `hipped` is the share of the slope, from the ridge down,
// that is hipped at the ends: 0 a gable roof, 0.4 a half-hip (jerkinhead), 1 a hip roof.
struct RoofOptions {
    double thickness = 0.18, eaves = 0.4, gables = 0.3;
    int courses = 0;
    double hipped = 0;
};
void addRoof(Shape& shape, glm::dvec3 size, const RoofOptions& options);
// A hipped roof, solid; ridge 0 gives a pyramid.
void addHip(Shape& shape, glm::dvec3 size, double ridge, double overhang, double thickness);

// A profile of (radius, y) turned about the y axis. A loop (ring, tyre) closes on itself and must run counter-clockwise
// in the (radius, y) half-plane; otherwise the profile runs from bottom to top and is capped.
void addLathe(Shape& shape, const std::vector<glm::dvec2>& profile, int sides, bool loop);
// A polygon in the x-y plane (counter-clockwise or not), extruded along z, centred; or, lying, in the x-z plane
// extruded upward from y = 0.
void addExtrusion(Shape& shape, std::vector<glm::dvec2> polygon, double depth, bool lying);
// A subdivided icosahedron about the origin; `jitter` moves each corner by up to that share of its radius, `flat` cuts
// the bottom at that share of the lower radius (1: whole).
void addBlob(Shape& shape, glm::dvec3 radii, int detail, double jitter, double flat, uint64_t seed);
// A single-sided strip that grows from the origin along +Y and bends toward +Z by `bend` degrees in all.
void addCard(Shape& shape, glm::dvec2 size, LeafForm form, double bend, int segments);
void addPanel(Shape& shape, glm::dvec3 size, Top top, int segments);                        // a door or a pane
void addArch(Shape& shape, glm::dvec3 size, double thickness, Top top, int segments);       // the frame around one
void addGateway(Shape& shape, glm::dvec3 size, glm::dvec2 opening, Top top, int segments);  // a wall with an opening
// A tube along a curve through the points (Catmull and Rom, 1974, where `smoothing` > 1), radii spread evenly along it.
void addTube(Shape& shape, const std::vector<glm::dvec3>& points, const std::vector<double>& radii, int sides,
             int smoothing);
// Skin over cross-sections with the same number of points. Closed sections make a solid with caps; open ones a sheet.
void addLoft(Shape& shape, const std::vector<std::vector<glm::dvec3>>& sections, bool open);

}  // namespace sketchwalk::assets
