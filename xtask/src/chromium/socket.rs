//! One connection of the DevTools protocol: commands out, answers and events in.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

use super::PATIENCE;
use crate::run::Outcome;

/// How long one look at the socket waits for bytes.
const LOOK: Duration = Duration::from_millis(20);

/// What the browser reports unasked.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub method: String,
    pub params: Value,
}

/// A WebSocket that speaks the DevTools protocol.
pub(super) struct Socket {
    stream: WebSocket<TcpStream>,
    next: u64,
    events: VecDeque<Event>,
    answers: Vec<(u64, Value)>,
}

impl Socket {
    /// Connects to `path` on the browser's debugging port.
    pub fn connect(port: u16, path: &str) -> Outcome<Self> {
        let failed =
            |error: &dyn std::fmt::Display| format!("Chromium's debugging port {port} is not reached: {error}");
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(|error| failed(&error))?;
        stream.set_nodelay(true).map_err(|error| failed(&error))?;
        // Screenshots and listings are large.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let address = format!("ws://127.0.0.1:{port}{path}");
        let (stream, _) =
            tungstenite::client::client_with_config(address, stream, Some(config)).map_err(|error| failed(&error))?;
        stream.get_ref().set_read_timeout(Some(LOOK)).map_err(|error| failed(&error))?;
        Ok(Self { stream, next: 0, events: VecDeque::new(), answers: Vec::new() })
    }

    /// Sends a command and returns its number; its answer may be waited for or left alone.
    pub fn send(&mut self, method: &str, params: Value) -> Outcome<u64> {
        self.next += 1;
        let message = json!({ "id": self.next, "method": method, "params": params }).to_string();
        self.stream.send(Message::text(message)).map_err(|error| format!("{method} was not sent: {error}"))?;
        Ok(self.next)
    }

    /// The answer to a command, if it has come.
    pub fn answer(&mut self, id: u64, method: &str) -> Option<Outcome<Value>> {
        let at = self.answers.iter().position(|(answered, _)| *answered == id)?;
        let (_, mut answer) = self.answers.swap_remove(at);
        Some(match answer.get("error") {
            Some(error) => {
                Err(format!("{method}: {}", error["message"].as_str().unwrap_or("refused without a reason")))
            }
            None => Ok(answer["result"].take()),
        })
    }

    /// Sends a command and waits for its answer; `between` sees to the events that come meanwhile.
    pub fn call(
        &mut self,
        method: &str,
        params: Value,
        mut between: impl FnMut(&mut Self) -> Outcome,
    ) -> Outcome<Value> {
        let id = self.send(method, params)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            between(self)?;
            if let Some(answer) = self.answer(id, method) {
                return answer;
            }
            if Instant::now() > deadline {
                return Err(format!("{method} was not answered within {} s", PATIENCE.as_secs()));
            }
            self.look().map_err(|error| format!("{method}: {error}"))?;
        }
    }

    /// Takes in what has arrived, waiting a moment for the first byte. Whether something came.
    pub fn look(&mut self) -> Outcome<bool> {
        let text = match self.stream.read() {
            Ok(Message::Text(text)) => text,
            Ok(Message::Close(_)) => return Err("the connection to Chromium was closed".to_owned()),
            Ok(_) => return Ok(true),
            Err(Error::Io(error)) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                return Ok(false);
            }
            Err(error) => return Err(format!("the connection to Chromium broke: {error}")),
        };
        let mut message: Value =
            serde_json::from_str(&text).map_err(|error| format!("Chromium sent no JSON: {error}"))?;
        match message["id"].as_u64() {
            Some(id) => self.answers.push((id, message)),
            None => {
                let method = message["method"].as_str().unwrap_or_default().to_owned();
                self.events.push_back(Event { method, params: message["params"].take() });
            }
        }
        Ok(true)
    }

    /// The oldest event that nobody has taken.
    pub fn take_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }
}
