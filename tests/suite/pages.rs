//! The pages of the site say the same around their contents, and lead nowhere that is not there.

use crate::support::{files_below, project, text_of};

// What makes the pages.
#[expect(dead_code, reason = "a release has uses for it that the tests have not")]
#[path = "../../www/build/src/frame.rs"]
mod frame;

/// What each page has of its own in its head, by the words that its line has; the rest of the frame is one for all.
const OWN: [&str; 6] = [
    "<title>",
    "name=\"description\"",
    "src=\"metier.js\"",
    "src=\"profile/profile.js\"",
    "src=\"advert/advert.js\"",
    "href=\"advert.css\"",
];
/// The same for the examples, which are plain: `tag.html` has none of the last three.
const OWN_OF_EXAMPLES: [&str; 6] =
    ["<html ", "<title>", "rel=\"stylesheet\"", "name=\"color-scheme\"", "trusted-types 'none'", "src=\"property.js\""];
/// What runs or styles without a file of its own, which the policy forbids.
const INLINE: [&str; 5] = ["<style", " style=\"", "<script>", "<script type=\"module\">", "javascript:"];

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
    let pages = pages(false);
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
    for (path, page) in pages(false) {
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

/// Every address of the site's own, part of a page included, is there.
#[test]
fn links_lead_somewhere() {
    let site = pages(false);
    for (path, page) in site.iter().cloned().chain(pages(true)) {
        let addresses = quoted(&page, " href=\"").into_iter().chain(quoted(&page, " src=\""));
        for address in addresses.filter(|address| !address.contains(':')) {
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

/// The document of an example has nothing wrong with it, no translation left out.
#[test]
fn the_demonstration_is_without_a_problem() {
    let (_, problems) = metier::quiz::read(&text_of("www/examples/demonstration.json"));
    assert!(problems.is_empty(), "{problems:#?}");
}
