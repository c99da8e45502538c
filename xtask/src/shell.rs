//! Starting other programs and saying what goes on.
use std::env;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

/// A line about what happens now.
pub fn say(text: &str) {
    println!("\u{2022} {text}");
}

/// Runs to the end, showing what the program prints; a failure names it.
pub fn run(command: &mut Command) -> Result<()> {
    let name = named(command);
    let status = command.status().with_context(|| format!("{name} cannot be started"))?;
    if !status.success() {
        bail!("{name}: {status}");
    }
    Ok(())
}

/// Runs to the end and gives what the program printed; errors are shown.
pub fn output(command: &mut Command) -> Result<String> {
    let name = named(command);
    let output =
        command.stderr(Stdio::inherit()).output().with_context(|| format!("{name} cannot be started"))?;
    if !output.status.success() {
        bail!("{name}: {}", output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs in silence; was it well?
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Says what begins and how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(what);
    let start = Instant::now();
    let done = work()?;
    let seconds = start.elapsed().as_secs_f32();
    if seconds > 1.0 {
        say(&format!("{what}: {seconds:.1} s"));
    }
    Ok(done)
}

/// Where a program stands, among the folders that are searched.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Are we root? Only root may install and must step down for PostgreSQL.
pub fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// A command that ends when we end, however we end.
pub fn tied(program: &std::path::Path) -> Command {
    match find("setpriv") {
        Some(setpriv) => {
            let mut command = Command::new(setpriv);
            command.args(["--pdeathsig", "TERM", "--"]).arg(program);
            command
        }
        None => Command::new(program),
    }
}

fn named(command: &Command) -> String {
    let mut name = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args().take(4) {
        name.push(' ');
        name.push_str(&argument.to_string_lossy());
    }
    name
}
