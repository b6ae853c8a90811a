// How a phrase is read: its head, what the other words say of the head, and the biome that they suggest.
#include <algorithm>

#include "core/catalogue/PhraseBook.h"

namespace sketchwalk::catalogue {

namespace {

constexpr size_t kLongestQuality = 3;  // words

bool has(const std::vector<std::string>& list, std::string_view value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

// Greedy from the left, the longest first. Words that mean nothing to us are counted in `unknown`.
void PhraseBook::addQualities(const std::vector<Token>& words, Span span, Reading& reading, int* unknown) const {
    for (size_t i = span.begin; i < span.end;) {
        size_t taken = 0;
        for (size_t length = std::min(kLongestQuality, span.end - i); length > 0 && taken == 0; --length) {
            std::string text = words[i].word;
            for (size_t k = 1; k < length; ++k) text += " " + words[i + k].word;
            const auto at = m_qualityWords.find(text);
            if (at == m_qualityWords.end()) continue;
            const auto& id = m_qualities[at->second].id;
            if (!has(reading.qualities, id)) reading.qualities.push_back(id);
            taken = length;
        }
        if (taken == 0 && unknown != nullptr && !knows(words[i].lemma)) ++*unknown;
        i += std::max<size_t>(taken, 1);
    }
}

// What the name itself says of the kind: a "rope bridge", "palisades", a "canoe".
void PhraseBook::addKinds(const std::vector<Token>& words, Span span, Reading& reading) const {
    for (size_t begin = span.begin; begin < span.end; ++begin) {
        std::string text;
        for (size_t end = begin; end < std::min(span.end, begin + kLongestQuality); ++end) {
            text += (text.empty() ? "" : " ") + words[end].lemma;
            const auto at = m_qualityWords.find(text);
            if (at == m_qualityWords.end() || !m_qualities[at->second].kind) continue;
            const auto& id = m_qualities[at->second].id;
            if (!has(reading.qualities, id)) reading.qualities.push_back(id);
        }
    }
}

// A frozen river is ice, and stays a river in shape: the water that it was is kept as a quality.
void PhraseBook::applyTurns(Reading& reading) const {
    const auto said = reading.qualities;
    for (const auto& id : said) {
        const auto& now = m_entries[static_cast<size_t>(reading.entry)];
        const std::string turn = turned(now.id, id);
        if (turn == now.id) continue;
        const auto at = std::find_if(m_entries.begin(), m_entries.end(), [&](const Named& e) { return e.id == turn; });
        if (at == m_entries.end()) continue;
        if (now.water && !has(reading.qualities, now.id)) reading.qualities.push_back(now.id);
        reading.entry = static_cast<int>(at - m_entries.begin());
    }
}

int PhraseBook::biomeIn(const std::vector<Token>& words, const Head& head, size_t segment) const {
    int best = -1, bestRank = -1;
    size_t bestLength = 0;
    const bool holdsHead = head.entry >= 0 && head.segment == segment;
    for (size_t begin = 0; begin < words.size(); ++begin) {
        std::string raw, lemma;
        for (size_t end = begin + 1; end <= std::min(words.size(), begin + 4); ++end) {
            const char* gap = raw.empty() ? "" : " ";
            lemma = raw + gap + words[end - 1].lemma;
            raw += gap + words[end - 1].word;
            auto at = m_biomePhrases.find(raw);
            if (at == m_biomePhrases.end()) at = m_biomePhrases.find(lemma);
            if (at == m_biomePhrases.end()) continue;
            if (at->second.headOnly && end != words.size()) continue;
            // "ash" inside the head "ash tree" says nothing of volcanoes
            if (holdsHead && begin >= head.span.begin && end < head.span.end) continue;
            const int rank = m_ranks.count(at->second.biome) > 0 ? m_ranks.at(at->second.biome) : 0;
            if (rank > bestRank || (rank == bestRank && end - begin > bestLength)) {
                best = at->second.biome;
                bestRank = rank;
                bestLength = end - begin;
            }
        }
    }
    return best;
}

// Every part counts: "a village in the snow" is snow, since a climate outranks a settlement.
int PhraseBook::biomeOf(const std::vector<Segment>& parts, const Head& head) const {
    int best = -1, bestRank = -1;
    for (size_t s = 0; s < parts.size(); ++s) {
        const int found = biomeIn(parts[s].tokens, head, s);
        const int rank = found >= 0 && m_ranks.count(found) > 0 ? m_ranks.at(found) : -1;
        if (rank <= bestRank) continue;
        best = found;
        bestRank = rank;
    }
    return best;
}

Reading PhraseBook::read(std::string_view phrase) const {
    Reading reading;
    const auto words = tokens(phrase);
    if (words.empty()) return reading;

    // A phrase that holds a cutting word ("a field of flowers") is looked up whole before it is cut.
    Segment whole;
    for (const auto& token : words) {
        if (m_language.fillers.count(token.word) == 0) whole.tokens.push_back(token);
        whole.counted |= m_language.counting.count(token.word) > 0;
    }
    const auto cutsIn = [&](size_t begin, size_t end) {
        return std::any_of(whole.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                           whole.tokens.begin() + static_cast<std::ptrdiff_t>(end),
                           [&](const Token& t) { return m_language.cuts.count(t.word) > 0; });
    };
    auto parts = segments(words);
    Head head = headOf(whole, false);
    const bool wholeFits = head.entry >= 0 && head.span.end == whole.tokens.size() &&
                           cutsIn(head.span.begin, head.span.end) && !cutsIn(0, head.span.begin);
    bool measured = false;
    if (wholeFits) {
        parts = {whole};
    } else {
        head = Head{};
        for (size_t s = 0; s < parts.size(); ++s) {
            const auto& part = parts[s];
            const bool last = s + 1 == parts.size();
            const bool measure = !last && parts[s + 1].of && !part.tokens.empty() &&
                                 m_language.measures.count(part.tokens.back().lemma) > 0;
            if (measure) {
                Head inner = headOf(parts[s + 1], true);
                if (inner.entry >= 0) {
                    head = inner;
                    head.segment = s + 1;
                    measured = true;
                    break;
                }
            }
            if (part.tokens.empty()) continue;  // "lots of trees"
            if (!last && parts[s + 1].alternative && onlyQualities(part, false) &&
                headOf(parts[s + 1], false).entry >= 0)
                continue;
            head = headOf(part, false);
            head.segment = s;
            break;
        }
    }
    int unknown = 0;
    for (size_t s = 0; s < parts.size(); ++s) {
        const auto& part = parts[s];
        const bool before = s < head.segment || head.entry < 0;
        if (head.entry >= 0 && s == head.segment) {
            addQualities(part.tokens, {0, head.span.begin}, reading, &unknown);
        } else if (before || part.describes) {
            addQualities(part.tokens, {0, part.tokens.size()}, reading, nullptr);
        }
    }
    reading.biome = biomeOf(parts, head);
    const auto suggest = [&](int biome) {
        if (reading.biome < 0) reading.biome = biome;
    };
    for (const auto& id : reading.qualities) suggest(quality(id)->biome);
    if (head.entry >= 0) {
        reading.entry = head.entry;
        reading.plural = head.plural || head.collective || measured;
        applyTurns(reading);
        suggest(m_entries[static_cast<size_t>(reading.entry)].biome);
        reading.bare = unknown == 0 && reading.qualities.empty() && parts.size() == 1;
        addKinds(parts[head.segment].tokens, head.span, reading);
        reading.confidence =
            std::max(0.3, 1.0 - 0.08 * unknown - (head.mended ? 0.2 : 0.0) - (parts.size() > 1 ? 0.03 : 0.0));
    } else {
        reading.confidence = reading.biome >= 0 ? 0.5 : 0.0;
    }
    return reading;
}

}  // namespace sketchwalk::catalogue
