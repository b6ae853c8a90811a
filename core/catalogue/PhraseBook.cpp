#include "core/catalogue/PhraseBook.h"

#include <algorithm>
#include <utility>

namespace sketchwalk::catalogue {

namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

constexpr size_t kLongestPhrase = 6;   // words
constexpr size_t kShortestMended = 5;  // letters: shorter words have too many neighbours

}  // namespace

void PhraseBook::setLanguage(Language language) {
    m_language = std::move(language);
}

void PhraseBook::addQuality(Quality quality) {
    for (const auto& word : quality.words) m_qualityWords.emplace(joined(wordsOf(word)), m_qualities.size());
    m_qualities.push_back(std::move(quality));
}

int PhraseBook::addPhrase(std::string_view phrase, int entry, bool collective) {
    const auto [at, isNew] = m_phrases.emplace(joined(wordsOf(phrase)), Sense{entry, collective});
    return isNew || at->second.entry == entry ? -1 : at->second.entry;
}

int PhraseBook::addCounted(std::string_view phrase, int entry) {
    const auto [at, isNew] = m_counted.emplace(joined(wordsOf(phrase)), entry);
    return isNew ? -1 : at->second;
}

int PhraseBook::addBiomePhrase(std::string_view phrase, int biome, bool headOnly) {
    const auto [at, isNew] = m_biomePhrases.emplace(joined(wordsOf(phrase)), BiomeSense{biome, headOnly});
    return isNew ? -1 : at->second.biome;
}

void PhraseBook::describeEntry(int entry, std::string id, bool water, int biome) {
    if (static_cast<size_t>(entry) >= m_entries.size()) m_entries.resize(static_cast<size_t>(entry) + 1);
    m_entries[static_cast<size_t>(entry)] = {std::move(id), water, biome};
}

void PhraseBook::setRank(int biome, int rank) {
    m_ranks[biome] = rank;
}

void PhraseBook::finish() {
    m_vocabulary.clear();
    const auto learn = [&](const auto& table) {
        for (const auto& [phrase, meaning] : table) {
            for (auto& word : wordsOf(phrase)) m_vocabulary.insert(std::move(word));
        }
    };
    learn(m_phrases);
    learn(m_counted);
    learn(m_biomePhrases);
    learn(m_qualityWords);
    for (const auto* set : {&m_language.fillers, &m_language.cuts, &m_language.participles, &m_language.negations,
                            &m_language.measures, &m_language.tails}) {
        m_vocabulary.insert(set->begin(), set->end());
    }
}

const Quality* PhraseBook::quality(std::string_view id) const {
    const auto at = std::find_if(m_qualities.begin(), m_qualities.end(), [&](const Quality& q) { return q.id == id; });
    return at == m_qualities.end() ? nullptr : &*at;
}

std::string PhraseBook::turned(const std::string& entry, std::string_view id) const {
    const Quality* said = quality(id);
    if (said == nullptr) return entry;
    const auto turn = said->turns.find(entry);
    return turn == said->turns.end() ? entry : turn->second;
}

std::vector<std::string> PhraseBook::singulars(const std::string& word) const {
    std::vector<std::string> forms;
    if (const auto at = m_language.irregular.find(word); at != m_language.irregular.end()) forms.push_back(at->second);
    const auto endsWith = [&](std::string_view tail) {
        return word.size() > tail.size() + 1 && std::string_view(word).substr(word.size() - tail.size()) == tail;
    };
    const auto cut = [&](size_t letters, const char* add) {
        forms.push_back(word.substr(0, word.size() - letters) + add);
    };
    if (endsWith("ies")) cut(3, "y");
    if (endsWith("ves")) {
        cut(3, "f");
        cut(3, "fe");
    }
    if (endsWith("s") && !endsWith("ss") && !endsWith("us")) cut(1, "");
    if (endsWith("es")) cut(2, "");
    return forms;
}

// The word we know that this one was meant to be, or nothing.
std::string PhraseBook::mend(const std::string& word) const {
    if (word.size() < kShortestMended || m_language.strangers.count(word) > 0) return {};
    // A slip rarely hits the first letter, so only words that begin alike are looked at.
    const std::string first(1, word.front());
    for (auto at = m_vocabulary.lower_bound(first); at != m_vocabulary.end() && at->front() == word.front(); ++at) {
        if (at->size() >= kShortestMended && oneSlipApart(word, *at)) return *at;
    }
    return {};
}

void PhraseBook::understand(Token& token) const {
    token.lemma = token.word;
    const auto take = [&](const std::string& word) {
        for (const auto& form : singulars(word)) {
            if (!knows(form)) continue;
            token.word = word;
            token.lemma = form;
            token.plural = true;
            return true;
        }
        return false;
    };
    if (take(token.word) || knows(token.word)) return;
    const auto forms = singulars(token.word);
    const bool stranger =
        std::any_of(forms.begin(), forms.end(), [&](const auto& f) { return m_language.strangers.count(f) > 0; });
    if (stranger) return;
    if (auto meant = mend(token.word); !meant.empty()) {
        token.mended = true;
        token.word = token.lemma = meant;
        take(meant);
        return;
    }
    for (const auto& form : forms) {
        if (auto meant = mend(form); !meant.empty()) {
            token.mended = token.plural = true;
            token.word = token.lemma = meant;
            return;
        }
    }
}

std::vector<PhraseBook::Token> PhraseBook::tokens(std::string_view phrase) const {
    std::vector<Token> found;
    for (auto& word : wordsOf(phrase)) {
        Token token;
        token.word = std::move(word);
        understand(token);
        if (m_language.negations.count(token.word) > 0 && !found.empty()) break;  // "a hill without trees" is a hill
        found.push_back(std::move(token));
    }
    return found;
}

std::vector<PhraseBook::Segment> PhraseBook::segments(const std::vector<Token>& words) const {
    std::vector<Segment> parts(1);
    bool describes = false;
    const auto cuts = [&](size_t i) {
        if (i >= words.size()) return false;
        if (m_language.cuts.count(words[i].word) > 0) return true;
        return m_language.participles.count(words[i].word) > 0 && i + 1 < words.size() &&
               m_language.cuts.count(words[i + 1].word) > 0;
    };
    for (size_t i = 0; i < words.size(); ++i) {
        const auto& token = words[i];
        if (cuts(i)) {
            const bool joins = token.word == "and" || token.word == "or";
            if (!joins) {
                const bool tells = m_language.describing.count(token.word) > 0;
                describes = tells || (describes && parts.back().tokens.empty());  // "covered in snow"
            }
            Segment next;
            next.describes = describes;
            next.alternative = joins;
            next.of = token.word == "of";
            if (parts.back().tokens.empty() && parts.size() > 1) parts.pop_back();
            parts.push_back(std::move(next));
        } else if (m_language.fillers.count(token.word) > 0) {
            parts.back().counted |= m_language.counting.count(token.word) > 0;
        } else {
            parts.back().tokens.push_back(token);
        }
    }
    return parts;
}

PhraseBook::Sense PhraseBook::sense(const std::vector<Token>& words, Span span, bool counted) const {
    std::string raw, last, all;
    for (size_t i = span.begin; i < span.end; ++i) {
        const char* gap = i == span.begin ? "" : " ";
        const bool isLast = i + 1 == span.end;
        raw += gap + words[i].word;
        last += gap + (isLast ? words[i].lemma : words[i].word);
        all += gap + words[i].lemma;
    }
    if (counted) {
        if (const auto at = m_counted.find(last); at != m_counted.end()) return {at->second, false};
    }
    for (const auto& text : {raw, last, all}) {
        if (const auto at = m_phrases.find(text); at != m_phrases.end()) return at->second;
    }
    return {};
}

// English heads stand last: the longest known phrase that ends the segment. "A forest area" drops its tail.
PhraseBook::Head PhraseBook::headOf(const Segment& segment, bool counted) const {
    Head head;
    const auto& words = segment.tokens;
    for (size_t end = words.size(); end > 0; --end) {
        const bool many = counted || segment.counted || words[end - 1].plural;
        const size_t longest = std::min(end, kLongestPhrase);
        for (size_t begin = end - longest; begin < end; ++begin) {
            bool sized = false;
            for (size_t i = 0; i < begin; ++i) sized |= m_language.counting.count(words[i].word) > 0;
            const Sense found = sense(words, {begin, end}, many || sized);
            if (found.entry < 0) continue;
            head.entry = found.entry;
            head.collective = found.collective;
            head.plural = words[end - 1].plural;
            for (size_t i = begin; i < end; ++i) head.mended |= words[i].mended;
            head.span = {begin, end};
            return head;
        }
        if (m_language.tails.count(words[end - 1].lemma) == 0) break;
    }
    return head;
}

bool PhraseBook::onlyQualities(const Segment& segment, bool measuresToo) const {
    for (const auto& token : segment.tokens) {
        const bool known =
            m_qualityWords.count(token.word) > 0 || (measuresToo && m_language.measures.count(token.lemma) > 0);
        if (!known) return false;
    }
    return true;
}

}  // namespace sketchwalk::catalogue
