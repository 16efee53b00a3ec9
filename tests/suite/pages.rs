//! The pages of the site say the same around their contents, and lead nowhere that is not there.

use crate::support::{answered, catalogue, files_below, json_of, open, project, text_of, whole};
use metier::roles::question::Ending;
use metier::sitting;

mod made;

// What makes the pages.
#[expect(dead_code, reason = "a release has uses for it that the tests have not")]
#[path = "../../www/build/src/frame.rs"]
mod frame;

/// What each page has of its own in its head, by the words that its line has; the rest of the frame is one for all.
const OWN: [&str; 15] = [
    "<title>",
    "name=\"description\"",
    "src=\"metier.js\"",
    "src=\"profile/profile.js\"",
    "src=\"advert/advert.js\"",
    "href=\"advert.css\"",
    "src=\"evidence/evidence.js\"",
    "href=\"evidence.css\"",
    "src=\"embed/embed.js\"",
    "href=\"embed.css\"",
    "src=\"embed/one-file.js\"",
    "property=\"og:title\"",
    "property=\"og:description\"",
    "property=\"og:image\"",
    "property=\"og:image:alt\"",
];
/// The same for the examples, which are plain: `tag.html` has none of the last three.
const OWN_OF_EXAMPLES: [&str; 6] =
    ["<html ", "<title>", "rel=\"stylesheet\"", "name=\"color-scheme\"", "trusted-types 'none'", "src=\"property.js\""];
/// What runs or styles without a file of its own, which the policy forbids.
const INLINE: [&str; 5] = ["<style", " style=\"", "<script>", "<script type=\"module\">", "=\"javascript:"];

/// The pages of the site, with their paths: those at the top, in their frame, or those in the folder of examples.
fn pages(examples: bool) -> Vec<(String, String)> {
    if !examples {
        let site = frame::Site::read(&project("www"), &policy()).unwrap();
        return site.names().into_iter().map(|name| (name.clone(), site.page(&name).unwrap())).collect();
    }
    let paths = files_below("www").into_iter().map(|(path, _)| path);
    let pages = paths.filter(|path| path.starts_with("examples/") && path.ends_with(".html"));
    pages.map(|path| (path.clone(), text_of(&format!("www/{path}")))).collect()
}

/// The pages at the top that have the site around them: all but that which is made for frames.
fn surrounded() -> Vec<(String, String)> {
    pages(false).into_iter().filter(|(path, _)| path != frame::framed::PAGE).collect()
}

/// The content security policy, as an example has it; the release compares.
fn policy() -> String {
    let example = text_of("www/examples/tag.html");
    quoted(&example, "Content-Security-Policy\" content=\"")[0].to_owned()
}

/// A page without its main part and without the lines that are its own.
fn frame(page: &str, own: &[&str]) -> String {
    let (before, rest) = page.split_once("<main").unwrap();
    let (_, after) = rest.split_once("</main>").unwrap();
    let lines = before.lines().chain(after.lines()).filter(|line| !own.iter().any(|word| line.contains(word)));
    lines.collect::<Vec<_>>().join("\n").replace(" aria-current=\"page\"", "").replace(" aria-current=\"true\"", "")
}

/// Everything between `before` and the next quotation mark.
fn quoted<'t>(text: &'t str, before: &'t str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn pages_share_head_policy_header_navigation_and_footer() {
    let pages = surrounded();
    assert!(pages.len() > 7, "{} pages", pages.len());
    let first = frame(&pages[0].1, &OWN);
    for (path, page) in &pages {
        assert_eq!(frame(page, &OWN), first, "{path} beside {}", pages[0].0);
        for own in &OWN[..2] {
            assert_eq!(page.matches(own).count(), 1, "{own} in {path}");
        }
        let named = page.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
        assert!(named.starts_with("Metier: ") || named.ends_with(" · Metier"), "the title of {path}: {named}");
        assert_eq!(page.contains("<metier-quiz"), page.contains(OWN[2]), "the script of the tag in {path}");
    }
}

/// The navigation marks the page that it stands on, and no other; a page that is not in it may mark the one that it
/// belongs to.
#[test]
fn navigation_marks_the_page_itself() {
    for (path, page) in surrounded() {
        let own = if path == "index.html" { "./" } else { path.as_str() };
        let navigation = page.split_once("<nav").unwrap().1.split_once("</nav>").unwrap().0;
        let is_there = quoted(navigation, "href=\"").contains(&own);
        let marked: Vec<&str> = navigation.lines().filter(|line| line.contains("aria-current")).collect();
        if !is_there {
            assert!(
                marked.len() <= 1 && marked.iter().all(|line| line.contains("aria-current=\"true\"")),
                "{path}: {marked:?}"
            );
            continue;
        }
        assert_eq!(marked.len(), 1, "{path}: {marked:?}");
        assert!(
            marked.iter().all(|line| line.contains(&format!("href=\"{own}\" aria-current=\"page\""))),
            "{path}: {marked:?}"
        );
    }
}

#[test]
fn examples_share_their_plain_frame_and_the_policy_of_the_site() {
    let examples = pages(true);
    assert!(examples.len() > 4, "{} examples", examples.len());
    let site = pages(false);
    let page = |name: &str| &site.iter().find(|(path, _)| path == name).unwrap().1;
    let policy = page("index.html").lines().find(|line| line.contains("Content-Security-Policy")).unwrap().to_owned();
    let embed = page("embed.html");
    let first = frame(&examples[0].1, &OWN_OF_EXAMPLES);
    for (path, page) in &examples {
        assert_eq!(frame(page, &OWN_OF_EXAMPLES), first, "{path} beside {}", examples[0].0);
        assert!(page.lines().any(|line| line == policy), "{path} has not the policy of the site");
        assert!(page.contains("<a href=\"../embed.html\">"), "{path} has no way back");
        assert!(embed.contains(&format!("<a href=\"{path}\">")), "embed.html does not lead to {path}");
    }
}

#[test]
fn nothing_on_a_page_runs_or_styles_inline() {
    for (path, page) in pages(false).into_iter().chain(pages(true)) {
        let found: Vec<_> = INLINE.iter().filter(|word| page.contains(**word)).collect();
        assert!(found.is_empty(), "{path}: {found:?}");
    }
}

/// Every address of the site's own, part of a page included, is there, or is an archive, which a release alone has.
#[test]
fn links_lead_somewhere() {
    let site = pages(false);
    for (path, page) in site.iter().cloned().chain(pages(true)) {
        let addresses = quoted(&page, " href=\"").into_iter().chain(quoted(&page, " src=\""));
        // A release makes these.
        let archives = ["metier-", "metier-wordpress-"].map(|name| format!("{name}{}.zip", env!("CARGO_PKG_VERSION")));
        let is_made = |address: &str| address == "metier-all.js" || archives.iter().any(|archive| archive == address);
        for address in addresses.filter(|address| !address.contains(':') && !is_made(address)) {
            let (file, part) = address.split_once('#').unwrap_or((address, ""));
            let file = match file {
                "" => path.clone(),
                "./" => "index.html".to_owned(),
                // The folders stand one deep.
                file => match (file.strip_prefix("../"), path.rsplit_once('/')) {
                    (Some(above), _) => above.to_owned(),
                    (None, Some((folder, _))) => format!("{folder}/{file}"),
                    (None, None) => file.to_owned(),
                },
            };
            let made = site.iter().find(|(name, _)| *name == file).map(|(_, page)| page.clone());
            let there = made.is_some() || project("www").join(&file).is_file();
            assert!(there, "{path} leads to {address}");
            let has_part =
                || made.unwrap_or_else(|| text_of(&format!("www/{file}"))).contains(&format!(" id=\"{part}\""));
            assert!(part.is_empty() || has_part(), "{path} leads to {address}");
        }
    }
}

/// What cannot take its colours from the tokens has the same: the icon and the manifest.
#[test]
fn the_icon_and_the_manifest_have_the_colours_of_the_tokens() {
    let tokens = text_of("www/tokens.js");
    let day = |name: &str| {
        let line = tokens.lines().find(|line| line.trim().trim_start_matches('"').starts_with(name)).unwrap();
        quoted(line, "[\"")[0].to_owned()
    };
    let manifest = text_of("www/manifest.webmanifest");
    assert!(text_of("www/icon.svg").contains(&format!("fill=\"{}\"", day("accent"))));
    assert!(manifest.contains(&format!("\"theme_color\": \"{}\"", day("accent"))), "{manifest}");
    assert!(manifest.contains(&format!("\"background_color\": \"{}\"", day("paper"))), "{manifest}");
}

/// A colour as numbers from 0 to 1, from `#rgb` or `#rrggbb`.
fn channels(colour: &str) -> [f64; 3] {
    let digits: Vec<u32> = colour[1..].chars().map(|digit| digit.to_digit(16).unwrap()).collect();
    let pair = |at: usize| if digits.len() == 3 { digits[at] * 17 } else { digits[2 * at] * 16 + digits[2 * at + 1] };
    [0, 1, 2].map(|at| f64::from(pair(at)) / 255.0)
}

/// The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it.
fn contrast(one: &str, other: &str) -> f64 {
    let luminance = |colour: &str| {
        let linear = channels(colour).map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

/// Every text reaches 7 to 1 on each ground that it stands on, by day and by night; the edges of what one can press, and
/// what draws a result, 3 to 1.
#[test]
fn every_pair_of_colours_has_its_contrast() {
    let tokens = text_of("www/tokens.js");
    let pairs = |name: &str| -> [String; 2] {
        let line = tokens.lines().find(|line| line.trim().trim_start_matches('"').starts_with(name)).unwrap();
        let mut colours = line.split('"').filter(|part| part.starts_with('#')).map(str::to_owned);
        [colours.next().unwrap(), colours.next().unwrap()]
    };
    let hold = |above: &str, grounds: &[&str], least: f64| {
        for ground in grounds {
            for (at, theme) in ["day", "night"].into_iter().enumerate() {
                let found = contrast(&pairs(above)[at], &pairs(ground)[at]);
                assert!(found >= least, "{above} on {ground} by {theme}: {found:.2} to 1, where {least} are needed");
            }
        }
    };
    for text in ["ink", "muted", "accent", "warn"] {
        hold(text, &["surface", "tint", "paper"], 7.0);
    }
    hold("on-accent", &["accent"], 7.0);
    hold("edge", &["surface", "tint", "paper"], 3.0);
    for kind in 1..=7 {
        hold("surface", &[&format!("work-{kind}")], 7.0);
        hold(&format!("work-{kind}"), &["surface", "tint", "paper"], 3.0);
    }
    assert!((contrast("#fff", "#000") - 21.0).abs() < 1e-9, "the measure itself");
}

/// A page that may be shown at any address leads back from there, where it is said where the site stands.
#[test]
fn the_page_for_lost_addresses_leads_back_from_anywhere() {
    let missing = pages(false).into_iter().find(|(path, _)| path == frame::MISSING).unwrap().1;
    let placed = frame::placed(&missing, "/some/where/");
    let own = |page: &str| {
        let addresses = quoted(page, " href=\"").into_iter().chain(quoted(page, " src=\""));
        addresses
            .filter(|address| !address.contains(':') && !address.starts_with('#'))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert!(own(&placed).len() > 8);
    assert!(own(&placed).iter().all(|address| address.starts_with("/some/where/")), "{:?}", own(&placed));
}

/// The pictures beside links are there, as large as each page says, small, and none is left over.
#[test]
fn every_page_names_its_picture() {
    let mut named = std::collections::BTreeSet::new();
    for (path, page) in surrounded() {
        let of = |property: &str| {
            let before = format!("property=\"og:{property}\" content=\"");
            let found = quoted(&page, &before);
            assert_eq!(found.len(), 1, "og:{property} in {path}");
            found[0].to_owned()
        };
        assert!(["title", "description", "image:alt"].iter().all(|property| !of(property).is_empty()), "{path}");
        let picture = of("image");
        let bytes = std::fs::read(project(&format!("www/{picture}"))).unwrap_or_else(|_| panic!("{path}: {picture}"));
        let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()).to_string();
        assert_eq!([side(16), side(20)], [of("image:width"), of("image:height")], "{picture}");
        // The kind of a PNG that takes its colours from a palette.
        assert!(bytes.starts_with(b"\x89PNG") && bytes[25] == 3, "{picture}");
        assert!(bytes.len() <= 40 * 1024, "{picture} has {} bytes", bytes.len());
        named.insert(picture);
    }
    let there = files_below("www").into_iter().map(|(path, _)| path).filter(|path| path.starts_with("og/"));
    assert_eq!(there.collect::<std::collections::BTreeSet<_>>(), named);
}

/// The page that stands in frames has the policy of the site and nothing around the quiz; it leads to each quiz, and all
/// that it leads to opens beside the page around it.
#[test]
fn the_page_for_frames_is_bare() {
    let page = pages(false).into_iter().find(|(path, _)| path == frame::framed::PAGE).unwrap().1;
    assert!(page.contains(&format!("Content-Security-Policy\" content=\"{}\">", policy())));
    let found: Vec<_> = ["<header", "<nav", "<footer", "every-page.js", "rel=\"manifest", "og:", "stylesheet"]
        .into_iter()
        .filter(|word| page.contains(word))
        .collect();
    assert!(found.is_empty(), "{found:?}");
    assert_eq!(quoted(&page, "<base target=\""), ["_blank"]);
    assert_eq!(quoted(&page, " src=\""), ["site/framed.js", "metier.js"]);
    let site = frame::Site::read(&project("www"), &policy()).unwrap();
    let links: Vec<String> =
        site.quizzes().map(|(name, title)| format!("<li><a href=\"{name}.html\">{title}</a>")).collect();
    assert!(links.len() > 7 && links.iter().all(|link| page.contains(link)), "{links:?}");
}

/// What the page on embedding gives to copy is what programs that show links are told.
#[test]
fn the_lines_for_frames_are_the_same_everywhere() {
    let site = frame::Site::read(&project("www"), &policy()).unwrap();
    let (name, title) = site.quizzes().find(|(name, _)| *name == "pace").unwrap();
    let lines = frame::framed::lines(name, &title, "https://quiz.example/");
    let shown = lines.replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    assert!(site.page("embed.html").unwrap().contains(&shown), "embed.html has not these lines:\n{shown}");
}

/// The sample result on the home page is what the engine says of its answers.
#[test]
fn the_sample_on_the_home_page_is_a_result_of_the_engine() {
    let sample = json_of("www/pages/sample.json");
    let quiz = json_of(&format!("www/quizzes/{}.json", sample["quiz"].as_str().unwrap()));
    assert_eq!(asked_anew(&quiz, &sample["answers"]), Err(Ending::Gain), "a role quiz that asks no more");
    let found = &whole(&answered(&quiz, &sample["answers"]), &catalogue())["match"];
    let share = |role: &serde_json::Value| role["p_best_product"].as_f64().map(|share| share * 100.0);
    let mut product: Vec<_> = found["roles"].as_array().unwrap().iter().filter(|role| share(role).is_some()).collect();
    product.sort_by(|a, b| share(b).partial_cmp(&share(a)).unwrap());
    let told = |role: &serde_json::Value| {
        let name = &role["name"]["blocks"][0]["runs"][0]["text"];
        serde_json::json!({ "role": role["role"], "name": name, "count": share(role) })
    };
    let roles: Vec<serde_json::Value> = product.into_iter().map(told).collect();
    let says = serde_json::json!({ "named": found["verdict"]["roles"], "roles": roles });
    assert_eq!(found["verdict"]["code"], "too-close", "the sentence on the page is of this verdict: {says:#}");
    assert_eq!(sample["named"], says["named"], "sample.json has to say, each count as a whole number: {says:#}");
    let told = sample["roles"].as_array().unwrap();
    assert_eq!(told.len(), roles.len());
    for (told, role) in told.iter().zip(&roles) {
        let near = (told["count"].as_f64().unwrap() - role["count"].as_f64().unwrap()).abs() < 1.0;
        assert!(
            near && told["role"] == role["role"] && told["name"] == role["name"],
            "sample.json has to say, each count as a whole number, 100 in all: {says:#}"
        );
    }
}

/// The quiz asks for these answers in their order; why it then ends, or what it asks.
fn asked_anew(quiz: &serde_json::Value, answers: &serde_json::Value) -> Result<Vec<usize>, Ending> {
    let (catalogue, mut session) = (catalogue(), open(&quiz.to_string(), "", 1));
    for answer in answers.as_array().unwrap() {
        let asked = sitting::screen(&session, &catalogue).unwrap()[0];
        let item = session.quiz.items[asked].id.value.clone();
        assert_eq!(answer["item"], item.as_str(), "the quiz asks for something else");
        session.answer(&item, &answer["answer"].to_string(), answer["ms"].as_f64().unwrap()).unwrap();
    }
    sitting::screen(&session, &catalogue)
}

/// The document of an example has nothing wrong with it, no translation left out.
#[test]
fn the_demonstration_is_without_a_problem() {
    let (_, problems) = metier::quiz::read(&text_of("www/examples/demonstration.json"));
    assert!(problems.is_empty(), "{problems:#?}");
}
