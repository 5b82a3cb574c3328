//! The Porter stemmer, for scores that others can repeat.
//!
//! The program's own terms use the Snowball stemmer of their language, for English the later "Porter2".
//! Published scores use the first Porter stemmer, each a little differently, so both ways are here.

/// Which way of the Porter stemmer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Porter {
    /// Porter (1980) as the Snowball project has it: keyphrases are usually matched by these stems.
    Snowball,
    /// With the additions of NLTK's `PorterStemmer` in its default mode, which `rouge-score` uses.
    Nltk,
}

/// Words that NLTK has in a list.
const IRREGULAR: &[(&str, &str)] = &[
    ("sky", "sky"),
    ("skies", "sky"),
    ("dying", "die"),
    ("lying", "lie"),
    ("tying", "tie"),
    ("news", "news"),
    ("innings", "inning"),
    ("inning", "inning"),
    ("outings", "outing"),
    ("outing", "outing"),
    ("cannings", "canning"),
    ("canning", "canning"),
    ("howe", "howe"),
    ("proceed", "proceed"),
    ("exceed", "exceed"),
    ("succeed", "succeed"),
];

/// A suffix, and what takes its place.
type Rule = (&'static str, &'static str);

/// Step 2 of the paper, each where m > 0. Of suffixes that end alike the longer stands first.
const STEP_2: &[Rule] = &[
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
];

/// Step 3, each where m > 0.
const STEP_3: &[Rule] = &[
    ("icate", "ic"),
    ("ative", ""),
    ("alize", "al"),
    ("iciti", "ic"),
    ("ical", "ic"),
    ("ful", ""),
    ("ness", ""),
];

/// Step 4, each removed where m > 1; "ion" only behind "s" or "t".
const STEP_4: &[&str] = &[
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize",
];

/// Consonants that Snowball makes single at the end of step 1b: the list of doubles that English has.
const DOUBLED: &str = "bdfgmnprt";

impl Porter {
    /// The stem of a word in lower case: M. F. Porter (1980), "An algorithm for suffix stripping",
    /// Program 14 (3), 130–137.
    ///
    /// ```
    /// use epitome::evaluate::Porter;
    /// assert_eq!(Porter::Snowball.stem("relational"), "relat");
    /// assert_eq!(Porter::Snowball.stem("enjoy"), "enjoi");
    /// assert_eq!(Porter::Nltk.stem("enjoy"), "enjoy");
    /// ```
    pub fn stem(self, word: &str) -> String {
        if self == Self::Nltk {
            if let Some((_, stem)) = IRREGULAR.iter().find(|(irregular, _)| *irregular == word) {
                return (*stem).to_owned();
            }
            if word.chars().nth(2).is_none() {
                return word.to_owned();
            }
        }
        let mut word = word.to_owned();
        self.step_1a(&mut word);
        self.step_1b(&mut word);
        self.step_1c(&mut word);
        self.step_2(&mut word);
        replace_first(&mut word, STEP_3);
        step_4(&mut word);
        step_5(self, &mut word);
        word
    }

    /// Plurals. NLTK keeps the e of "dies" and "ties".
    fn step_1a(self, word: &mut String) {
        if self == Self::Nltk && word.ends_with("ies") && word.chars().count() == 4 {
            word.pop();
        } else if word.ends_with("sses") || word.ends_with("ies") {
            word.truncate(word.len() - 2);
        } else if word.ends_with('s') && !word.ends_with("ss") {
            word.pop();
        }
    }

    /// "-eed", "-ed" and "-ing". NLTK makes "-ied" an "-i", or "-ie" in words of four letters.
    fn step_1b(self, word: &mut String) {
        if self == Self::Nltk && word.ends_with("ied") {
            let keeps_e = word.chars().count() == 4;
            word.truncate(word.len() - if keeps_e { 1 } else { 2 });
            return;
        }
        if let Some(stem) = word.strip_suffix("eed") {
            if measure(stem) > 0 {
                word.pop();
            }
            return;
        }
        let stem = ["ed", "ing"]
            .iter()
            .find_map(|suffix| word.strip_suffix(suffix));
        let Some(length) = stem.filter(|stem| has_vowel(stem)).map(str::len) else {
            return;
        };
        word.truncate(length);
        if ["at", "bl", "iz"].iter().any(|end| word.ends_with(end)) {
            word.push('e');
        } else if let Some(last) = doubled(word) {
            let is_undoubled = match self {
                Self::Snowball => DOUBLED.contains(last),
                Self::Nltk => !"lsz".contains(last),
            };
            if is_undoubled {
                word.pop();
            }
        } else if measure(word) == 1 && self.ends_short(word) {
            word.push('e');
        }
    }

    /// "-y": an i behind a vowel anywhere before it; with NLTK behind a consonant, but not that alone.
    fn step_1c(self, word: &mut String) {
        let Some(stem) = word.strip_suffix('y') else {
            return;
        };
        let is_changed = match self {
            Self::Snowball => has_vowel(stem),
            Self::Nltk => stem.chars().nth(1).is_some() && vowels(stem).last() == Some(false),
        };
        if is_changed {
            word.pop();
            word.push('i');
        }
    }

    /// Double suffixes. NLTK adds "-bli" for "-abli", "-fulli" and "-logi", and goes on after "-alli".
    fn step_2(self, word: &mut String) {
        if self == Self::Snowball {
            if !replace(word, "abli", "able") {
                replace_first(word, STEP_2);
            }
            return;
        }
        while word
            .strip_suffix("alli")
            .is_some_and(|stem| measure(stem) > 0)
        {
            word.truncate(word.len() - 2);
        }
        if replace(word, "bli", "ble")
            || replace_first(word, STEP_2)
            || replace(word, "fulli", "ful")
        {
            return;
        }
        // Here the l counts as part of the stem, so that "geology" and "analogy" are found too.
        if word.ends_with("logi") && measure(&word[..word.len() - 3]) > 0 {
            word.pop();
        }
    }

    /// Condition *o: consonant, vowel, consonant at the end, the last none of w, x, y. NLTK admits a word
    /// of a vowel and a consonant too.
    fn ends_short(self, word: &str) -> bool {
        let vowels: Vec<bool> = vowels(word).collect();
        match vowels[..] {
            [.., false, true, false] => !word.ends_with(['w', 'x', 'y']),
            [true, false] => self == Self::Nltk,
            _ => false,
        }
    }
}

/// Single suffixes that are removed from stems of m > 1.
fn step_4(word: &mut String) {
    let Some(stem) = STEP_4.iter().find_map(|suffix| {
        word.strip_suffix(suffix)
            .map(|stem| (stem.len(), *suffix == "ion"))
    }) else {
        return;
    };
    let (length, needs_s_or_t) = stem;
    let stem = &word[..length];
    if measure(stem) > 1 && (!needs_s_or_t || stem.ends_with(['s', 't'])) {
        word.truncate(length);
    }
}

/// A last "e", and a double "l".
fn step_5(porter: Porter, word: &mut String) {
    if let Some(stem) = word.strip_suffix('e') {
        let m = measure(stem);
        if m > 1 || (m == 1 && !porter.ends_short(stem)) {
            word.pop();
        }
    }
    if word.ends_with("ll") && measure(&word[..word.len() - 1]) > 1 {
        word.pop();
    }
}

/// Replaces the first suffix that the word has, where the stem before it has m > 0; whether it has one.
fn replace_first(word: &mut String, rules: &[Rule]) -> bool {
    rules
        .iter()
        .any(|(suffix, replacement)| replace(word, suffix, replacement))
}

/// Replaces a suffix where the stem before it has m > 0; whether the word has the suffix at all.
fn replace(word: &mut String, suffix: &str, replacement: &str) -> bool {
    let Some(length) = word.strip_suffix(suffix).map(str::len) else {
        return false;
    };
    if measure(&word[..length]) > 0 {
        word.truncate(length);
        word.push_str(replacement);
    }
    true
}

/// For each letter whether it is a vowel: a, e, i, o, u, and y behind a consonant.
fn vowels(word: &str) -> impl Iterator<Item = bool> {
    let mut is_behind_consonant = false;
    word.chars().map(move |letter| {
        let is_vowel = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' => true,
            'y' => is_behind_consonant,
            _ => false,
        };
        is_behind_consonant = !is_vowel;
        is_vowel
    })
}

/// m: how many times a vowel is followed by a consonant.
fn measure(stem: &str) -> usize {
    let mut is_behind_vowel = false;
    vowels(stem)
        .filter(|&is_vowel| std::mem::replace(&mut is_behind_vowel, is_vowel) && !is_vowel)
        .count()
}

fn has_vowel(stem: &str) -> bool {
    vowels(stem).any(|is_vowel| is_vowel)
}

/// The last letter, where it is a consonant and stands there twice.
fn doubled(word: &str) -> Option<char> {
    let mut letters = word.chars().rev();
    let last = letters.next()?;
    (letters.next() == Some(last) && vowels(word).last() == Some(false)).then_some(last)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The examples of the paper, step by step; the later steps of the same word are in the result.
    #[test]
    fn the_papers_examples() {
        for (word, stem) in [
            ("caresses", "caress"),
            ("ponies", "poni"),
            ("ties", "ti"),
            ("cats", "cat"),
            ("feed", "feed"),
            ("agreed", "agre"),
            ("plastered", "plaster"),
            ("bled", "bled"),
            ("motoring", "motor"),
            ("sing", "sing"),
            ("conflated", "conflat"),
            ("troubled", "troubl"),
            ("sized", "size"),
            ("hopping", "hop"),
            ("falling", "fall"),
            ("hissing", "hiss"),
            ("failing", "fail"),
            ("filing", "file"),
            ("happy", "happi"),
            ("sky", "sky"),
            ("conditional", "condit"),
            ("conformabli", "conform"),
            ("vietnamization", "vietnam"),
            ("triplicate", "triplic"),
            ("adoption", "adopt"),
            ("probate", "probat"),
            ("rate", "rate"),
            ("cease", "ceas"),
            ("controll", "control"),
            ("roll", "roll"),
            ("generalizations", "gener"),
            ("oscillators", "oscil"),
        ] {
            assert_eq!(Porter::Snowball.stem(word), stem, "{word}");
        }
    }

    #[test]
    fn measures_of_the_paper() {
        for (m, words) in [
            (0, ["tr", "ee", "tree", "y"]),
            (1, ["trouble", "oats", "trees", "ivy"]),
            (2, ["troubles", "private", "oaten", "orrery"]),
        ] {
            for word in words {
                assert_eq!(measure(word), m, "{word}");
            }
        }
    }

    #[test]
    fn where_the_ways_differ() {
        for (word, snowball, nltk) in [
            ("ties", "ti", "tie"),
            ("died", "di", "die"),
            ("tried", "tri", "tri"),
            ("enjoy", "enjoi", "enjoy"),
            ("fly", "fly", "fli"),
            ("aged", "ag", "age"),
            ("additionally", "addition", "addit"),
            ("revved", "revv", "rev"),
            ("geology", "geologi", "geolog"),
            ("dying", "dy", "die"),
            ("as", "a", "as"),
        ] {
            assert_eq!(Porter::Snowball.stem(word), snowball, "{word}");
            assert_eq!(Porter::Nltk.stem(word), nltk, "{word}");
        }
    }

    proptest! {
        #[test]
        fn any_word_has_a_stem_that_is_not_longer_than_it_by_more_than_an_e(word in "\\PC{0,12}|[aeiouylst]{0,12}(ed|ing|s|ies|alli|logi|y)?") {
            for porter in [Porter::Snowball, Porter::Nltk] {
                prop_assert!(porter.stem(&word).len() <= word.len() + 1);
            }
        }
    }
}
