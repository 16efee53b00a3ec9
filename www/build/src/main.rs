//! `cargo www`: builds the modules and the pages, serves them, writes the release, weighs it.

use std::path::Path;
use std::process::ExitCode;

use tools::{Failure, Outcome, misused};

mod address;
mod archive;
mod bench;
mod bom;
mod embed;
mod failing;
mod frame;
mod headers;
mod identity;
mod inventory;
mod lines;
mod module;
mod names;
mod notices;
mod one_file;
mod order;
mod package;
mod parts;
mod plugin;
mod release;
mod serve;
mod shrink;
mod sizes;
mod timing;
mod tools;

/// What is printed when the call is wrong, and by `help`.
const USAGE: &str = "\
cargo www [--port N]                  build the modules and serve the site for development
cargo www module                      build the modules, serve nothing
cargo www build                       write the release into www/dist, with the archive for pages without Rust and the plugin for WordPress
cargo www package [FOLDER]            write the npm package of the last release into FOLDER (target/package), and pack it
cargo www serve [--dist] [--port N]   serve www/, or the release, without building
cargo www twin FOLDER                 write the last release into FOLDER as another build, for tests of an update
cargo www counted FOLDER              write modules that count the steps of reading into FOLDER, for a test
cargo www failing FOLDER              write modules in which any allocation can fail into FOLDER, for a test
cargo www modules                     name the modules, each a package of www/modules
cargo www sizes                       weigh the release against its caps
cargo www parts                       weigh the parts of each module
cargo www bench                       weigh it, and measure the page and the engine
cargo www timing                      time the measurement engine alone: natively, as a module, beside JavaScript";

/// The address that is tried first.
const PORT: u16 = 8000;

/// Does what the call asks for; exits with 0, with 1 if something is missing or wrong, with 2 if the call is.
fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure { sentence, code }) => {
            eprintln!("{sentence}");
            ExitCode::from(code)
        }
    }
}

/// Finds the verb and runs it.
fn dispatch(words: &[String]) -> Outcome<()> {
    let (verb, options) = match words.split_first() {
        Some((verb, options)) if !verb.starts_with("--") => (verb.as_str(), options),
        _ => ("", words),
    };
    let for_tests: Option<fn(&Path, &Path) -> Outcome<()>> = match verb {
        "twin" => Some(release::twin),
        "counted" => Some(module::counted),
        "failing" => Some(module::failing),
        _ => None,
    };
    if let Some(write) = for_tests {
        let [folder] = options else { return Err(misused(format!("{verb} needs a folder.\n{USAGE}"))) };
        return write(&tools::repository()?, Path::new(folder));
    }
    if verb == "package" {
        let folder = match options {
            [] => None,
            [folder] if !folder.starts_with("--") => Some(folder.as_str()),
            _ => return Err(misused(format!("package takes one folder.\n{USAGE}"))),
        };
        return package::make(&tools::repository()?, folder);
    }
    let call = Call::read(options)?;
    let repository = tools::repository()?;
    match verb {
        "" => {
            call.serves(false)?;
            module::build(&repository)?;
            serve(&repository, &call)
        }
        "serve" => serve(&repository, &call),
        _ => {
            call.plain()?;
            quick(verb, &repository)
        }
    }
}

/// Runs a verb that has no options.
fn quick(verb: &str, repository: &Path) -> Outcome<()> {
    match verb {
        "module" => module::build(repository),
        "build" => release::build(repository),
        "modules" => {
            module::MODULES.iter().for_each(|module| println!("{}", module.name));
            Ok(())
        }
        "sizes" => sizes::check(repository),
        "parts" => parts::print(repository),
        "bench" => bench::run_all(repository),
        "timing" => timing::engine(repository),
        "help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(misused(format!("There is no verb \"{other}\".\n{USAGE}"))),
    }
}

/// The options of a call.
struct Call {
    /// Serve the release.
    dist: bool,
    /// Serve at this port and no other.
    port: Option<u16>,
}

impl Call {
    /// Reads the options; an unknown one is refused.
    fn read(words: &[String]) -> Outcome<Call> {
        let mut call = Call { dist: false, port: None };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--dist" => call.dist = true,
                "--port" => {
                    let number = words.next().and_then(|number| number.parse().ok());
                    call.port = Some(number.ok_or_else(|| misused("--port needs a number from 0 to 65535."))?);
                }
                other => return Err(misused(format!("\"{other}\" is not understood.\n{USAGE}"))),
            }
        }
        Ok(call)
    }

    /// Refuses `--dist` where it says nothing.
    fn serves(&self, dist: bool) -> Outcome<()> {
        if self.dist == dist { Ok(()) } else { Err(misused("The release is served by: cargo www serve --dist")) }
    }

    /// Refuses options where there are none.
    fn plain(&self) -> Outcome<()> {
        if self.dist || self.port.is_some() {
            return Err(misused(format!("This verb has no options.\n{USAGE}")));
        }
        Ok(())
    }
}

/// Serves until Ctrl-C.
fn serve(repository: &Path, call: &Call) -> Outcome<()> {
    let folder = repository.join(if call.dist { "www/dist" } else { "www" });
    let needed = if call.dist { ("sw.js", "cargo www build") } else { ("pkg/build.js", "cargo www") };
    if !folder.join(needed.0).exists() {
        return Err(tools::failed(format!("There is nothing to serve yet. Build it first: {}", needed.1)));
    }
    let ports = match call.port {
        Some(port) => port..=port,
        None => PORT..=PORT + 99,
    };
    let address = serve::start(&folder, ports)?;
    println!("\n    {address}\n");
    if call.dist {
        println!("This is the release, as any static host would send it. Ctrl-C ends.");
    } else {
        println!("Open it in a browser. After a change in www/ reload the page; after one in src/ run this again.");
        println!("Ctrl-C ends.");
    }
    serve::wait()
}

#[cfg(test)]
mod tests {
    use super::dispatch;

    #[test]
    fn a_wrong_call_is_refused_before_anything_is_done() {
        for words in [
            &["nonsense"][..],
            &["build", "--dist"],
            &["--port"],
            &["serve", "--port", "70000"],
            &["--fast"],
            &["--dist"],
            &["twin"],
            &["package", "a", "b"],
            &["package", "--dist"],
        ] {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(dispatch(&words).map_err(|failure| failure.code), Err(2), "{words:?}");
        }
    }
}
