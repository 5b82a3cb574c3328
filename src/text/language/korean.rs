//! Korean.
//!
//! The word lists were written for this project, after the closed word classes of the language
//! (pronouns, particles, conjunctions, ...) and the commonest adverbs and auxiliary verbs. Forms
//! stand as they are written between blanks, with their particles.

use super::{Language, Signs, Stemming};

pub(super) static KOREAN: Language = Language {
    code: "ko",
    name: "Korean",
    iso639_3: "kor",
    stemmer: Some(Stemming::Korean),
    stopwords: "가 가장 각 각각 간 갈 같다 같은 같이 거 거의 건 것 것과 것도 것들 것만 것에 것으로 것은 것을 것의 것이 것이다 것이라고 것입니다 게 \
        겨우 결국 경우 경우에 경우에는 곧 곳 과 관련 관한 관해 그 그가 그간 그것 그것은 그것을 그것이 그곳 그냥 그녀 그녀가 그녀는 그녀의 그는 그대로 그동안 \
        그들 그들은 그들의 그들이 그래 그래도 그래서 그러나 그러니까 그러면 그러면서 그러므로 그러자 그런 그런데 그럼 그렇게 그렇다 그렇지만 그를 그리고 그만 그에 \
        그에게 그와 그의 그중 그쪽 글쎄 까지 나 나는 나를 나에게 나와 나의 내 내가 내내 내일 너 너는 너를 너무 너의 네 네가 넷 년 누가 누구 누구나 는 늘 \
        다 다른 다만 다섯 다소 다시 다음 다음에 단 단지 달리 당시 당신 당신은 당신의 당신이 대로 대부분 대신 대체로 대하여 대한 대해 대해서 더 더구나 더욱 \
        덕분에 덜 데 도 도대체 동안 동안에 됐다 되는 되다 되어 되었다 된 된다 될 됩니다 두 둘 둘째 뒤 뒤에 드디어 드물게 들 들어 등 등에 등은 등을 등의 \
        등이 따라 따라서 따른 때 때는 때도 때로 때로는 때문 때문에 때문이다 때에 또 또는 또한 라고 라는 라며 로 를 마다 마치 마침내 막 만 만약 만에 만일 \
        만큼 많은 많이 말하는 말한다 말했다 매우 매일 먼저 몇 모두 모든 못 못하는 못한 못했다 무려 무슨 무엇 무엇을 무엇이 무척 물론 및 바 바로 밖에 반드시 \
        받은 받을 밝혔다 방금 번 번째 벌써 별로 보다 보통 본 봐 부터 불구하고 비록 비슷한 비해 뿐 뿐만 사실 사이 사이에 새 새로운 서로 설마 세 셋 셋째 소위 \
        수 수가 수는 수도 수많은 스스로 시 쓰는 아 아니 아니다 아니라 아니라고 아니면 아닌 아닐까 아마 아마도 아무 아무도 아무런 아직 아직도 아홉 안 안에 않고 \
        않기 않는 않는다 않다 않아 않았다 않으면 않은 않을 앞 앞서 앞에 앞으로 약 약간 양 어느 어디 어디서 어디에 어떠한 어떤 어떻게 어제 언제 언제나 얼마 \
        얼마나 없고 없는 없다 없다고 없어 없었다 없었던 없을 없이 에 에게 에게서 에는 에서 에서는 여기 여기서 여기에 여덟 여러 여러분 여섯 여전히 역시 열 예를 \
        예컨대 오늘 오늘날 오직 오히려 온 와 왜 왜냐하면 외에 요 우리 우리가 우리는 우리를 우리에게 우리의 원래 위 위에 위하여 위한 위해 위해서 으로 은 을 의 \
        의해 이 이것 이것은 이것을 이것이 이곳 이날 이는 이다 이들 이들은 이들의 이들이 이때 이라고 이라는 이라며 이란 이래 이러한 이런 이렇게 이로 이를 \
        이를테면 이미 이번 이번에 이상 이상의 이어 이에 이와 이유 이제 이제는 이쪽 이처럼 이후 인 일 일곱 일단 일부 일부는 일을 일이 임 입니다 있고 있기 있는 \
        있는데 있다 있다고 있다는 있던 있도록 있습니다 있어 있어서 있었고 있었다 있었던 있으며 있으면 있을 있지만 자 자기 자신 자신의 자신이 자주 잘 저 저것 \
        저기 저는 저를 저의 저희 적어도 전 전에 전체 전했다 전혀 점 점점 정도 정도로 정도의 정말 제 제가 제대로 제일 조금 조차 좀 종종 주로 줄 중 중에 \
        중에서 중의 즉 즉시 지 지금 지금까지 지금은 지난 진짜 쪽 차라리 참 채 처음 처음으로 척 첫 첫째 총 최근 최초의 크게 큰 통한 통해 통해서 특별히 특히 \
        편 하게 하고 하기 하기도 하나 하나는 하나의 하는 하는데 하다 하더라도 하던 하며 하면 하면서 하여 하지 하지만 하지만은 한 한다 한다고 한다는 한때 한번 \
        한편 할 함께 합니다 항상 해 해도 해서 해야 했고 했다 했다고 했던 했습니다 했으며 했지만 향해 혹시 혹은 후 후에 훨씬",
    titles: "",
    numbered: "",
    abbreviations: "",
    personal: "나 나는 나를 나에게 나의 나도 내 내가 저 저는 저를 저의 저도 제가 제 너 너는 너를 너의 네 네가 당신 당신은 당신의 당신이 당신을 여러분 \
        여러분은 여러분의",
    elisions: "",
    ordinal_period: false,
    signs: Signs {
        openings: "그 그는 그가 그녀는 그녀가 그들은 그들이 이는 이것은 이를 그러나 하지만 그런데 또한 그리고 그래서 따라서 그러므로 이에 이후 다만 \
            그러면서 한편 즉",
        joints: "그리고 그래서 그런데 하지만",
        courtesies: "감사합니다|고맙습니다|안녕하세요|안녕하십니까|안녕히|환영합니다|좋은 아침",
        notices: "여기를 클릭|무단 전재|무단전재|저작권자|더 보기|더보기|관련 기사|관련기사|구독하기|개인정보|이용약관|공유하기",
        captions: "그림|표|사진|도표|출처|자료|사진제공",
        pictures: "왼쪽|오른쪽|위|아래|가운데|왼쪽부터",
        reporters: "기자|특파원|통신원",
        contents: "목차|차례|그림 목차|표 목차|약어",
        abstracts: "초록|요약|국문초록|개요",
        keywords: "주제어|핵심어|키워드|색인어",
        references: "참고문헌|참고 문헌|각주|주석|외부 링크|같이 보기|출처|인용문헌",
        acknowledgements: "감사의 글|사사|감사의 말|이해 상충|저자 소개|헌사",
    },
};

/// Particles behind nouns whatever the noun ends with, and the endings of "to do" and "to become" behind
/// a noun; of two that end alike the longer one first.
const ENDINGS: &str = "했습니다 하였습니다 합니다 됩니다 됐습니다 되었습니다 입니다 이었다 이라고 이라는 에서부터 으로부터 로부터 에게서 에서는 에서도 에서의 하였다 되었다 하면서 이라며 \
    이다 에는 에도 에서 에게 에게는 께서 까지 부터 처럼 보다 마다 조차 마저 밖에 만큼 대로 라고 라는 했다 한다 하는 하고 하여 해서 하며 하기 하지 했던 했고 \
    하던 할 한 됐다 된 될 된다 되는 적으로 적인 적 되고 되어 되며 들의 들은 들이 들을 들 의 에 도 만";
/// Particles behind a final consonant.
const BEHIND_CONSONANT: &str = "으로는 으로서 으로써 으로도 으로 은 이 을 과";
/// Particles behind a vowel.
const BEHIND_VOWEL: &str = "로는 로서 로써 로도 와의 는 가 를 와";
/// "By": behind a vowel or ㄹ.
const BY: &str = "로";
/// What is left of a word has so many syllables at least.
const SHORTEST: usize = 2;
/// Particles stack, but no higher than this.
const MOST_PARTICLES: usize = 3;

/// A word without its particles: 도시에서는, 도시가 and 도시의 are 도시.
///
/// It is a light stemmer of our own. The form of many particles depends on whether a final consonant
/// stands before them, so one that does not fit is part of the noun. A noun that ends as a particle would
/// loses its end in all its forms alike.
pub(super) fn stem(word: &str) -> &str {
    let mut stem = word;
    for _ in 0..MOST_PARTICLES {
        match without_particle(stem) {
            Some(shorter) => stem = shorter,
            None => break,
        }
    }
    stem
}

fn without_particle(word: &str) -> Option<&str> {
    let strip = |ending| {
        let noun = word.strip_suffix(ending)?;
        let is_long = noun.chars().filter(|&c| is_syllable(c)).nth(SHORTEST - 1);
        is_long.and(Some(noun))
    };
    let first = |endings: &'static str| endings.split_ascii_whitespace().find_map(strip);
    let fits = |endings, fits: fn(u32) -> bool| {
        first(endings).filter(|noun| final_consonant(noun).is_some_and(fits))
    };
    first(ENDINGS)
        .or_else(|| fits(BEHIND_CONSONANT, |last| last > 0))
        .or_else(|| fits(BEHIND_VOWEL, |last| last == 0))
        .or_else(|| fits(BY, |last| matches!(last, 0 | 8)))
}

fn is_syllable(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// The number of the final consonant of a word's last syllable: 0 for none, 8 for ㄹ.
fn final_consonant(word: &str) -> Option<u32> {
    let last = word.chars().next_back().filter(|&c| is_syllable(c))?;
    Some((u32::from(last) - u32::from('가')) % 28)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_fall_off() {
        for (words, expected) in [
            (
                "도시 도시가 도시는 도시를 도시의 도시에 도시에서 도시에서는 도시로 도시와 도시들은",
                "도시",
            ),
            ("정부 정부는 정부가 정부도 정부의 정부에게 정부까지", "정부"),
            (
                "시장 시장은 시장이 시장을 시장으로 시장과 시장에서도 시장만",
                "시장",
            ),
            ("연구 연구했다 연구하는 연구한다 연구합니다", "연구"),
            ("경제 경제적 경제적인 경제적으로 경제는", "경제"),
            ("서울 서울로 서울은 서울에서", "서울"),
        ] {
            for word in words.split(' ') {
                assert_eq!(stem(word), expected, "{word}");
            }
        }
    }

    #[test]
    fn short_words_and_ends_that_do_not_fit_stay() {
        for word in ["나라", "아이", "경기", "도로", "의", "시가", "KBS", ""] {
            assert_eq!(stem(word), word);
        }
        // 가 stands behind a vowel alone: this is no particle.
        assert_eq!(stem("사랑가"), "사랑가");
    }
}
