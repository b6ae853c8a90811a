#include "ui/model/InkCorrections.h"

#include <QCoreApplication>
#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "core/sketch/Styles.h"

namespace sketchwalk::ui {
namespace {

using Strokes = std::vector<document::DrawnPtr>;

Strokes strokesOf(const document::Document& document, const std::vector<int64_t>& ids) {
    const std::unordered_set<int64_t> wanted(ids.begin(), ids.end());
    Strokes found;
    for (const document::DrawnPtr& drawn : document.strokes) {
        if (wanted.contains(drawn->stroke.id) && drawn->stroke.brush == "ink") found.push_back(drawn);
    }
    return found;
}

// The number that these strokes, and no others, have already; else one that nobody has.
int64_t groupFor(const document::Document& document, const Strokes& strokes) {
    const auto own = strokes.front()->stroke.group;
    int64_t highest = 0;
    size_t members = 0;
    for (const document::DrawnPtr& drawn : document.strokes) {
        highest = std::max(highest, drawn->stroke.group.value_or(0));
        if (own && drawn->stroke.group == own) ++members;
    }
    const bool theirs =
        own && members == strokes.size() &&
        std::all_of(strokes.begin(), strokes.end(), [&](const auto& d) { return d->stroke.group == own; });
    return theirs ? *own : highest + 1;
}

QString stepName(const std::string& shows) {
    if (shows.empty()) return InkCorrections::tr("Read ink again");
    if (shows == "ink") return InkCorrections::tr("Leave ink as it is");
    if (shows == "label") return InkCorrections::tr("Ink is writing");
    const QString name = QString::fromStdString(shows).replace(QLatin1Char('_'), QLatin1Char(' '));
    return InkCorrections::tr("Ink is %1").arg(QCoreApplication::translate("Catalogue", name.toUtf8().constData()));
}

}  // namespace

InkCorrections::InkCorrections(Drawing* drawing, InkMemory* memory, QObject* parent)
    : QObject(parent), m_drawing(drawing), m_memory(memory) {
    connect(drawing, &Drawing::changed, this, &InkCorrections::follow);
    const auto use = [this] { m_drawing->setStyles(m_memory->used()); };
    connect(memory, &InkMemory::changed, this, use);
    use();
}

std::optional<sketch::Style> InkCorrections::styleOf(const Strokes& drawn) const {
    std::vector<Polyline> lines;
    for (const document::DrawnPtr& one : drawn) {
        Polyline& line = lines.emplace_back();
        for (const sketch::StrokePoint& p : one->stroke.points) line.push_back(p.at);
    }
    return drawn.empty() ? std::nullopt : sketch::styleOf(lines, drawn.front()->stroke.shows);
}

void InkCorrections::putStyle(document::Document& next, const std::optional<sketch::Style>& style) const {
    if (m_memory->wish() != InkMemory::Wish::yes) return;
    std::vector<sketch::Style> known = m_memory->all() ? *m_memory->all() : std::vector<sketch::Style>{};
    if (style) known.push_back(*style);
    next.settings.styles = sketch::joined(next.settings.styles, known);
}

void InkCorrections::say(const std::vector<int64_t>& ids, const std::string& shows) {
    document::Document next = m_drawing->document();
    const Strokes strokes = strokesOf(next, ids);
    if (strokes.empty()) return;
    for (const document::DrawnPtr& drawn : strokes) {
        const document::Layer* layer = next.layer(drawn->layer);
        if (layer && !layer->locked && layer->shown) continue;
        Q_EMIT notice(tr("This layer is locked or hidden."));
        return;
    }
    const int64_t group = groupFor(next, strokes);
    std::unordered_map<int64_t, document::DrawnPtr> changed;
    Strokes after;
    for (const document::DrawnPtr& drawn : strokes) {
        auto copy = std::make_shared<document::Drawn>(*drawn);
        copy->stroke.shows = shows;
        copy->stroke.group = shows.empty() ? std::nullopt : std::optional(group);
        after.push_back(copy);
        changed.emplace(copy->stroke.id, std::move(copy));
    }
    for (document::DrawnPtr& drawn : next.strokes) {
        if (const auto found = changed.find(drawn->stroke.id); found != changed.end()) drawn = found->second;
    }
    if (!shows.empty()) {
        putStyle(next, styleOf(after));
    } else if (const auto unsaid = styleOf(strokes)) {
        next.settings.styles = sketch::without(next.settings.styles, *unsaid);
    }
    m_last = ids;
    m_lastLabel = stepName(shows);
    m_lastKey = QStringLiteral("ink %1 %2").arg(ids.front()).arg(++m_said);
    m_drawing->commit(std::move(next), m_lastLabel, m_lastKey);
    if (!shows.empty() && m_memory->wish() == InkMemory::Wish::notAsked) Q_EMIT agreementWanted();
}

void InkCorrections::rememberLast() {
    const auto style = styleOf(strokesOf(m_drawing->document(), m_last));
    if (!style) return;
    m_memory->learn(*style);
    const auto& history = m_drawing->history();
    if (!history.canUndo() || history.steps()[history.position() - 1].mergeKey != m_lastKey.toStdString()) return;
    document::Document next = m_drawing->document();
    putStyle(next, style);
    m_drawing->commit(std::move(next), m_lastLabel, m_lastKey);
}

// Memory goes along with the drawing, back and forth: what is said is learnt, what is no longer said of strokes that
// are still there is not.
void InkCorrections::follow(const document::Change& change) {
    if (m_memory->wish() != InkMemory::Wish::yes) return;
    std::unordered_map<int64_t, document::DrawnPtr> before;
    for (const document::Splice& splice : change.splices) {
        for (const document::DrawnPtr& drawn : splice.removed) {
            if (drawn->stroke.brush == "ink") before.emplace(drawn->stroke.id, drawn);
        }
    }
    std::map<int64_t, Strokes> said, unsaid;  // by group
    for (const document::Splice& splice : change.splices) {
        for (const document::DrawnPtr& drawn : splice.inserted) {
            const auto was = before.find(drawn->stroke.id);
            if (was == before.end() || was->second->stroke.shows == drawn->stroke.shows) continue;
            const sketch::Stroke& old = was->second->stroke;
            if (!drawn->stroke.shows.empty()) {
                said[drawn->stroke.group.value_or(-drawn->stroke.id)].push_back(drawn);
            } else if (drawn->stroke.brush == "ink") {
                unsaid[old.group.value_or(-old.id)].push_back(was->second);
            }
        }
    }
    for (const auto& [group, drawn] : unsaid) {
        if (const auto style = styleOf(drawn)) m_memory->unlearn(*style);
    }
    for (const auto& [group, drawn] : said) {
        if (const auto style = styleOf(drawn)) m_memory->learn(*style);
    }
}

}  // namespace sketchwalk::ui
