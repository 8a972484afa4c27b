//! The project's commands. `cargo xtask` alone lists them.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, TcpStream};
use std::process::ExitCode;

use xtask::run::{Outcome, say};
use xtask::server::Server;
use xtask::{build, lint, setup, shots, tests};

const USAGE: &str = "\
cargo xtask serve [--port N] [--prefix /a/b/]   set up, build in release mode and serve the app
cargo xtask test                                set up and run every test
cargo xtask build                               set up and build the app into dist/
cargo xtask shots [--sample] [PLACE…]           take pictures of places (#/cai-dat) of dist/ into target/shots
cargo xtask lint                                formatting, lints, documentation, licences
cargo xtask bench                               measure bytes and milliseconds, and write docs/bench.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, options) = arguments.split_first().map_or(("", &[][..]), |(command, rest)| (command.as_str(), rest));
    let outcome = match command {
        "serve" => serve(options),
        "test" => tests::test(),
        "build" => setup::for_build().and_then(|tools| build::build(&tools).and_then(|()| build::check_sizes(&tools))),
        "lint" => lint::lint(),
        "bench" => bench(options),
        "shots" => setup::for_browser().and_then(|()| shots::shots(options)),
        _ => {
            println!("{USAGE}");
            return if command.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if !error.is_empty() {
                eprintln!("{error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn option<'o>(options: &'o [String], name: &str) -> Option<&'o str> {
    let at = options.iter().position(|option| option == name)?;
    options.get(at + 1).map(String::as_str)
}

fn serve(options: &[String]) -> Outcome {
    let port = match option(options, "--port").map(str::parse::<u16>) {
        Some(Err(error)) => return Err(format!("--port: {error}")),
        Some(Ok(port)) => port,
        None => 8080,
    };
    let prefix = option(options, "--prefix").unwrap_or("/");
    let tools = setup::for_build()?;
    build::build(&tools)?;
    // A port that is taken is no reason to give up.
    let free = (port..=port.saturating_add(19)).filter(|port| !is_taken(*port));
    let started = free.map(|port| Server::start(&build::dist(), prefix, port)).find_map(Result::ok);
    let server =
        started.ok_or_else(|| format!("no free port from {port} on, or the prefix {prefix} is not like /a/b/"))?;
    say(&format!("Sổ Giám Sát: http://localhost:{}{prefix}   (Ctrl-C ends it)", server.port()));
    loop {
        std::thread::park();
    }
}

/// Browsers try both of the addresses that `localhost` stands for, so neither may belong to another program.
fn is_taken(port: u16) -> bool {
    [IpAddr::from(Ipv4Addr::LOCALHOST), IpAddr::from(Ipv6Addr::LOCALHOST)]
        .into_iter()
        .any(|address| TcpStream::connect((address, port)).is_ok())
}

fn bench(options: &[String]) -> Outcome {
    let tools = setup::for_build()?;
    setup::for_browser()?;
    if !options.iter().any(|option| option == "--no-build") {
        build::build(&tools)?;
    }
    xtask::bench::run()
}
