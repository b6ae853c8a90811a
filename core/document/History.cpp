#include "core/document/History.h"

#include <algorithm>
#include <iterator>

namespace sketchwalk::document {
namespace {

using Strokes = std::vector<DrawnPtr>;
using Run = Strokes::const_iterator;

Splice spliceOf(const Strokes& from, size_t at, size_t removed, Run begin, Run end) {
    const auto first = from.begin() + static_cast<std::ptrdiff_t>(at);
    return {at, {first, first + static_cast<std::ptrdiff_t>(removed)}, {begin, end}};
}

// Strokes changed where they stand: the same number before and after.
void replacements(const Strokes& from, const Strokes& to, size_t begin, size_t end, std::vector<Splice>& splices) {
    for (size_t i = begin; i < end;) {
        if (from[i] == to[i]) {
            ++i;
            continue;
        }
        size_t stop = i;
        while (stop < end && from[stop] != to[stop]) ++stop;
        const auto first = to.begin() + static_cast<std::ptrdiff_t>(i);
        splices.push_back(spliceOf(from, i, stop - i, first, first + static_cast<std::ptrdiff_t>(stop - i)));
        i = stop;
    }
}

// Strokes only left out, here and there; false where that does not explain the change.
bool erasures(const Strokes& from, const Strokes& to, size_t begin, size_t endFrom, size_t endTo,
              std::vector<Splice>& splices) {
    std::vector<Splice> found;
    size_t kept = begin;
    for (size_t i = begin; i < endFrom;) {
        if (kept < endTo && from[i] == to[kept]) {
            ++i;
            ++kept;
            continue;
        }
        size_t stop = i;
        while (stop < endFrom && !(kept < endTo && from[stop] == to[kept])) ++stop;
        found.push_back(spliceOf(from, i, stop - i, to.end(), to.end()));
        i = stop;
    }
    if (kept != endTo) return false;
    splices = std::move(found);
    return true;
}

void rememberIds(const Change& change, Document& document) {
    for (const Splice& splice : change.splices) {
        for (const DrawnPtr& drawn : splice.inserted) {
            document.nextId = std::max(document.nextId, drawn->stroke.id + 1);
        }
    }
}

// All in one pass: a change may have as many splices as there are strokes.
Strokes spliced(Strokes list, const std::vector<Splice>& splices) {
    Strokes next;
    next.reserve(list.size());
    size_t from = 0;
    const auto keepUpTo = [&](size_t at) {
        next.insert(next.end(), std::make_move_iterator(list.begin() + static_cast<std::ptrdiff_t>(from)),
                    std::make_move_iterator(list.begin() + static_cast<std::ptrdiff_t>(at)));
    };
    for (const Splice& splice : splices) {
        keepUpTo(splice.at);
        next.insert(next.end(), splice.inserted.begin(), splice.inserted.end());
        from = splice.at + splice.removed.size();
    }
    keepUpTo(list.size());
    return next;
}

}  // namespace

Change changeBetween(const Document& from, const Document& to) {
    Change change;
    const Strokes& a = from.strokes;
    const Strokes& b = to.strokes;
    size_t begin = 0, endA = a.size(), endB = b.size();
    while (begin < endA && begin < endB && a[begin] == b[begin]) ++begin;
    while (endA > begin && endB > begin && a[endA - 1] == b[endB - 1]) --endA, --endB;
    if (begin < endA || begin < endB) {
        if (endA == endB) {
            replacements(a, b, begin, endA, change.splices);
        } else if (Change back; endB > endA && erasures(b, a, begin, endB, endA, back.splices)) {
            change.splices = inverse(back).splices;  // only put in, here and there
        } else if (endB > endA || !erasures(a, b, begin, endA, endB, change.splices)) {
            const auto first = b.begin();
            change.splices.push_back(spliceOf(a, begin, endA - begin, first + static_cast<std::ptrdiff_t>(begin),
                                              first + static_cast<std::ptrdiff_t>(endB)));
        }
    }
    if (!(from.settings == to.settings)) {
        change.before = from.settings;
        change.after = to.settings;
    }
    return change;
}

Change inverse(const Change& change) {
    Change back;
    back.before = change.after;
    back.after = change.before;
    std::ptrdiff_t moved = 0;
    for (const Splice& splice : change.splices) {
        back.splices.push_back(
            {static_cast<size_t>(static_cast<std::ptrdiff_t>(splice.at) + moved), splice.inserted, splice.removed});
        moved +=
            static_cast<std::ptrdiff_t>(splice.inserted.size()) - static_cast<std::ptrdiff_t>(splice.removed.size());
    }
    return back;
}

bool fits(const Change& change, const Document& document) {
    if (change.before.has_value() != change.after.has_value()) return false;
    const auto& list = document.strokes;
    size_t begin = 0;
    for (const Splice& splice : change.splices) {
        if (splice.at < begin || splice.at > list.size() || splice.removed.size() > list.size() - splice.at)
            return false;
        if (!std::equal(splice.removed.begin(), splice.removed.end(),
                        list.begin() + static_cast<std::ptrdiff_t>(splice.at))) {
            return false;
        }
        if (std::count(splice.inserted.begin(), splice.inserted.end(), nullptr) > 0) return false;
        begin = splice.at + splice.removed.size();
    }
    return true;
}

void apply(const Change& change, Document& document) {
    constexpr size_t kFew = 4;
    if (change.after) document.settings = *change.after;
    rememberIds(change, document);
    auto& list = document.strokes;
    if (change.splices.size() > kFew) {
        list = spliced(std::move(list), change.splices);
        return;
    }
    // Most steps touch one place, often the end: nothing else is moved. From the back, so that positions hold.
    for (auto splice = change.splices.rbegin(); splice != change.splices.rend(); ++splice) {
        const auto at = list.begin() + static_cast<std::ptrdiff_t>(splice->at);
        const auto rest = list.erase(at, at + static_cast<std::ptrdiff_t>(splice->removed.size()));
        list.insert(rest, splice->inserted.begin(), splice->inserted.end());
    }
}

History::History(Document start) : m_document(std::move(start)) {}

History::History(Document start, std::vector<Step> steps, size_t position)
    : m_document(std::move(start)), m_steps(std::move(steps)) {
    // Ids of undone strokes are not given again either: a file may still know them.
    for (const Step& step : m_steps) rememberIds(step.change, m_document);
    moveTo(position);
}

bool History::commit(Document next, std::string label, std::string mergeKey, int64_t at) {
    next.nextId = std::max(next.nextId, m_document.nextId);
    Change change = changeBetween(m_document, next);
    if (change.empty()) return false;
    rememberIds(change, next);
    m_steps.resize(m_position);
    if (!mergeKey.empty() && !m_steps.empty() && m_steps.back().mergeKey == mergeKey) {
        Document before = m_document;
        apply(inverse(m_steps.back().change), before);
        Step& last = m_steps.back();
        last.change = changeBetween(before, next);
        last.at = at;
    } else {
        m_steps.push_back({std::move(label), std::move(mergeKey), at, std::move(change)});
        ++m_position;
    }
    m_document = std::move(next);
    return true;
}

bool History::append(std::vector<DrawnPtr> strokes, std::string label, int64_t at) {
    if (strokes.empty()) return false;
    Change change;
    change.splices.push_back({m_document.strokes.size(), {}, std::move(strokes)});
    apply(change, m_document);
    m_steps.resize(m_position);
    m_steps.push_back({std::move(label), {}, at, std::move(change)});
    ++m_position;
    return true;
}

bool History::undo() {
    if (!canUndo()) return false;
    apply(inverse(m_steps[--m_position].change), m_document);
    return true;
}

bool History::redo() {
    if (!canRedo()) return false;
    apply(m_steps[m_position++].change, m_document);
    return true;
}

void History::moveTo(size_t position) {
    position = std::min(position, m_steps.size());
    while (m_position > position) undo();
    while (m_position < position) redo();
}

}  // namespace sketchwalk::document
