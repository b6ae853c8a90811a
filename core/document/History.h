// Undo and redo of everything, without a limit. A step holds only what it changed, so that a drawing of twenty thousand
// strokes has as many steps and still fits in memory.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/document/Document.h"

namespace sketchwalk::document {

// At `at`, `removed` give way to `inserted`.
struct Splice {
    size_t at = 0;
    std::vector<DrawnPtr> removed, inserted;
};

struct Change {
    std::vector<Splice> splices;            // from the front; positions are those of the list before the change
    std::optional<Settings> before, after;  // both or none
    bool empty() const { return splices.empty() && !after; }
};

// What leads from one document to the other. Linear in their lengths.
Change changeBetween(const Document& from, const Document& to);
Change inverse(const Change& change);
// Whether the change can be applied: its strokes stand where it says. A change from a file may say anything.
bool fits(const Change& change, const Document& document);
void apply(const Change& change, Document& document);  // it must fit

struct Step {
    std::string label;     // in the user's words: "Draw river"
    std::string mergeKey;  // a step with the key of the step before it joins that one (a slider being dragged)
    int64_t at = 0;        // when, in milliseconds since 1970
    Change change;
};

// The document and how it came about. Not thread-safe; owned by the window's thread.
class History {
  public:
    explicit History(Document start = {});
    // As read from a file: `steps` of which the first `position` were made.
    History(Document start, std::vector<Step> steps, size_t position);

    const Document& document() const { return m_document; }
    const std::vector<Step>& steps() const { return m_steps; }
    size_t position() const { return m_position; }  // steps made and not undone
    bool canUndo() const { return m_position > 0; }
    bool canRedo() const { return m_position < m_steps.size(); }

    // Makes `next` the document. What was undone before can no longer be redone. False where nothing changed.
    bool commit(Document next, std::string label, std::string mergeKey = {}, int64_t at = 0);
    // The same for strokes, with their ids, on top of all there are: whatever the number of those, it costs nothing.
    bool append(std::vector<DrawnPtr> strokes, std::string label, int64_t at = 0);
    bool undo();
    bool redo();
    void moveTo(size_t position);  // clamped to the steps there are

  private:
    Document m_document;
    std::vector<Step> m_steps;
    size_t m_position = 0;
};

}  // namespace sketchwalk::document
