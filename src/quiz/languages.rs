//! Other codes of languages before those that tags begin with: of three letters (ISO 639-2, both of its codes, and what
//! is within a larger language of ISO 639-3), and whole tags that were registered before there was a grammar of them
//! (BCP 47, section 2.2.8).
//!
//! The terminal has this table; a page asks its browser, which knows the same (`tagOf` in `www/element/meant.js`).

/// The two letters of a language before its three.
const THREE: &str = "aaaarababkaeaveafafrakakaamamhanargararaararbasasmavavaayaymazazeazazjbabakbebelbgbulbhbihbibisbmbambnbenbobod\
    botibbrbrebsboscacatcechechchacocoscrcrecscescsczecuchucvchvcycymcyweldadandedeudegerdvdivdzdzoeeeweelellelgre\
    enengeoepoesspaetekketesteubaqeueusfafasfaperfapesfffulfifinfjfijfofaofrfrafrfrefyfrygaglegdglaglglggngrnguguj\
    gvglvhahauhehebhihinhohmohrhrvhrscrhthathuhunhyarmhyhyehzheriainaidindieileigiboiiiiiikipkioidoisiceisislitita\
    iuikujajpnjvjavkageokakatkgkonkikikkjkuakkkazklkalkmkhmknkankokorkrkaukskaskukmrkukurkvkomkwcorkykirlalatlbltz\
    lgluglilimlnlinlolaoltlitlulublvlavlvlvsmgmlgmgpltmhmahmimaomimrimkmacmkmkdmlmalmnkhkmnmonmrmarmsmaymsmsamszsm\
    mtmltmyburmymyananaunbnobndndenenepnenpingndonldutnlnldnnnnononornrnblnvnavnynyaocociojojiomormororiororyososs\
    papanpipliplpolpspusptporququermrohrnrunroronrorumrurusrwkinsasanscsrdsdsndsesmesgsagsisinskslksksloslslvsmsmo\
    snsnasosomsqalbsqalssqsqisrsccsrsrpsssswstsotsusunsvsweswswaswswhtatamteteltgtgkththatitirtktuktltgltntsntoton\
    trturtstsotttattwtwitytahuguigukukrururduzuzbuzuznvevenvivievovolwawlnwowolxhxhoyiyddyiyidyoyorzazhazhchizhzho\
    zuzul";

/// Whole tags, each before the language that it stands for now.
const WHOLE: &str = "i-lux=lb i-klingon=tlh i-navajo=nv i-hak=hak i-default=en no-bok=nb no-nyn=nn zh-guoyu=zh zh-hakka=hak \
    zh-min-nan=nan zh-xiang=hsn art-lojban=jbo";

/// The two letters that stand for a language of three; the code itself where it has no other.
pub fn short(code: &str) -> &str {
    let mut pairs = THREE.as_bytes().chunks_exact(5).zip(0..);
    let found = pairs.find(|(pair, _)| pair.get(2..) == Some(code.as_bytes()));
    found.and_then(|(_, place)| THREE.get(5 * place..5 * place + 2)).unwrap_or(code)
}

/// The tag that stands for one of the oldest.
pub fn present(tag: &str) -> &str {
    let found = WHOLE.split(' ').find_map(|pair| pair.strip_prefix(tag)?.strip_prefix('='));
    found.unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::{THREE, present, short};

    #[test]
    fn codes_of_three_letters_have_shorter_ones() {
        assert_eq!(THREE.len() % 5, 0);
        for (code, expected) in [
            ("deu", "de"),
            ("ger", "de"),
            ("zul", "zu"),
            ("aar", "aa"),
            ("arb", "ar"),
            ("gsw", "gsw"),
            ("de", "de"),
            ("", ""),
        ] {
            assert_eq!(short(code), expected, "{code}");
        }
        assert_eq!([present("i-lux"), present("i"), present("de"), present("")], ["lb", "i", "de", ""]);
    }
}
