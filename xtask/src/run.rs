//! Runs programs: says which, streams what they print, and turns a failure into a sentence.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// What the commands return: nothing, or a sentence that says what went wrong and what to do.
pub type Outcome<T = ()> = Result<T, String>;

/// How long a program may be silent before a line says that it still works.
const HEARTBEAT: Duration = Duration::from_secs(20);

/// The root of the repository.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// Says what is being done.
pub fn say(sentence: &str) {
    println!("── {sentence}");
}

/// A duration as a person reads it.
pub fn seconds(since: Instant) -> String {
    let elapsed = since.elapsed().as_secs_f64();
    if elapsed < 60.0 {
        format!("{elapsed:.1} s")
    } else {
        format!("{:.0} min {:02.0} s", (elapsed / 60.0).floor(), elapsed % 60.0)
    }
}

/// Where a program stands on `PATH`.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|candidate| candidate.is_file())
}

/// What a program prints on its standard output, trimmed; none if it cannot be run or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program and shows what it prints.
pub fn run(command: &mut Command) -> Outcome {
    watch(command, |_| {})
}

/// Runs a program, shows what it prints, hands each line on, and says now and then that it still works.
pub fn watch(command: &mut Command, mut line: impl FnMut(&str)) -> Outcome {
    let name = command.get_program().to_string_lossy().into_owned();
    let started = Instant::now();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| format!("{name} cannot be started: {error}"))?;
    let (sender, lines) = mpsc::channel::<String>();
    let (out, err) = (child.stdout.take(), child.stderr.take());
    let streams: [Option<Box<dyn std::io::Read + Send>>; 2] =
        [out.map(|out| Box::new(out) as Box<_>), err.map(|err| Box::new(err) as Box<_>)];
    for stream in streams.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                if sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    return;
                }
            }
        });
    }
    drop(sender);
    loop {
        match lines.recv_timeout(HEARTBEAT) {
            Ok(text) => {
                println!("   {text}");
                line(&text);
            }
            Err(mpsc::RecvTimeoutError::Timeout) => println!("   … {name} is still working, {}", seconds(started)),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
    }
    let status = child.wait().map_err(|error| format!("{name} was lost: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status})")) }
}
