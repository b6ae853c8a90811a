// What the words of a phrase mean: entries by their phrases, adjectives as qualities, biomes. Knows only indices and
// names, so it can be copied with its catalogue. Immutable after building; any thread may read it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sketchwalk::catalogue {

struct Quality {
    std::string id;
    std::vector<std::string> words;                         // "frozen", "ice covered"
    int biome = -1;                                         // index of the one it suggests, or -1
    std::map<std::string, std::string, std::less<>> turns;  // entry id -> entry id: a frozen river is ice
    bool kind = false;    // says which kind of a thing its own name means, and is read in that name too: a "canoe"
    bool plants = false;  // recipes of what grows in a region are told it: "autumn"
    double growth = 1;    // how much more of it grows there: "sparse", "dense"
};

struct Language {
    std::set<std::string, std::less<>> fillers;     // words that say nothing: "the", "beautiful"
    std::set<std::string, std::less<>> cuts;        // what ends the head of a phrase: "with", "by"
    std::set<std::string, std::less<>> describing;  // cuts after which the rest still describes: "covered", "of"
    std::set<std::string, std::less<>>
        participles;  // cut only before another cut: "covered in snow", but "snow covered"
    std::set<std::string, std::less<>> negations;
    std::set<std::string, std::less<>> counting;   // words that say it is a thing, not a stuff: "a", "three", "big"
    std::set<std::string, std::less<>> measures;   // "a row of houses" is houses
    std::set<std::string, std::less<>> tails;      // "a forest area" is a forest
    std::set<std::string, std::less<>> strangers;  // near misses of our words that mean something else: "horse"
    std::map<std::string, std::string, std::less<>> irregular;  // plural -> singular
};

struct Reading {     // of one phrase
    int entry = -1;  // index, or -1
    bool plural = false;
    std::vector<std::string> qualities;
    int biome = -1;  // index, or -1
    double confidence = 0;
    bool bare = false;  // the phrase was exactly one known phrase, nothing added
};

class PhraseBook {
  public:
    void setLanguage(Language language);
    void addQuality(Quality quality);
    // Return the index of the entry that holds the phrase already, or -1 when it was free and is now ours.
    int addPhrase(std::string_view phrase, int entry, bool collective);
    int addCounted(std::string_view phrase, int entry);
    int addBiomePhrase(std::string_view phrase, int biome, bool headOnly);
    void describeEntry(int entry, std::string id, bool water, int biome);  // in the order of the indices
    void setRank(int biome, int rank);
    void finish();  // after all additions: builds the vocabulary

    Reading read(std::string_view phrase) const;
    const Quality* quality(std::string_view id) const;  // null where unknown
    // What the quality makes of an entry: its id, or the same.
    std::string turned(const std::string& entry, std::string_view quality) const;

  private:
    struct Token {
        std::string word, lemma;
        bool plural = false;
        bool mended = false;  // a slip of the pen was put right
    };
    struct Span {
        size_t begin = 0, end = 0;
    };
    struct Sense {
        int entry = -1;
        bool collective = false;
    };
    struct Named {
        std::string id;
        bool water = false;
        int biome = -1;
    };
    struct BiomeSense {
        int biome = -1;
        bool headOnly = false;
    };
    struct Segment {
        std::vector<Token> tokens;
        bool counted = false;      // "a", "three" stood before it
        bool describes = false;    // says more of the head
        bool alternative = false;  // follows "and", "or"
        bool of = false;           // follows "of"
    };
    struct Head {
        int entry = -1;
        bool collective = false, plural = false, mended = false;
        size_t segment = 0;
        Span span;
    };

    std::vector<Token> tokens(std::string_view phrase) const;
    void understand(Token& token) const;
    bool knows(std::string_view word) const { return m_vocabulary.count(word) > 0; }
    std::string mend(const std::string& word) const;
    std::vector<std::string> singulars(const std::string& word) const;
    std::vector<Segment> segments(const std::vector<Token>& words) const;
    Sense sense(const std::vector<Token>& words, Span span, bool counted) const;
    Head headOf(const Segment& segment, bool counted) const;
    bool onlyQualities(const Segment& segment, bool measuresToo) const;
    void addQualities(const std::vector<Token>& words, Span span, Reading& reading, int* unknown) const;
    void addKinds(const std::vector<Token>& words, Span span, Reading& reading) const;
    int biomeIn(const std::vector<Token>& words, const Head& head, size_t segment) const;
    int biomeOf(const std::vector<Segment>& parts, const Head& head) const;
    void applyTurns(Reading& reading) const;

    Language m_language;
    std::vector<Quality> m_qualities;
    std::map<std::string, size_t, std::less<>> m_qualityWords;
    std::map<std::string, Sense, std::less<>> m_phrases;
    std::map<std::string, int, std::less<>> m_counted;
    std::map<std::string, BiomeSense, std::less<>> m_biomePhrases;
    std::vector<Named> m_entries;
    std::map<int, int> m_ranks;
    std::set<std::string, std::less<>> m_vocabulary;
};

// Lower-case words of letters and digits; accents of western Europe are folded, possessives dropped, the rest
// separates. At most 32 words of at most 40 letters are looked at.
std::vector<std::string> wordsOf(std::string_view text);
// At most one letter changed, added, left out or two neighbours swapped (Damerau, 1964).
bool oneSlipApart(std::string_view a, std::string_view b);

}  // namespace sketchwalk::catalogue
