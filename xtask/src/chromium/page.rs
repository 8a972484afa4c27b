//! One tab: where it goes, what it computes, what it reports.

use std::cell::{Ref, RefCell};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::PATIENCE;
use super::report::{Report, exception};
use super::socket::Socket;
use crate::run::Outcome;

/// How long `wait_for` rests between two questions.
const PAUSE: Duration = Duration::from_millis(15);

/// A tab of the browser.
pub struct Page {
    socket: RefCell<Socket>,
    report: RefCell<Report>,
    target: String,
}

impl Page {
    pub(super) fn attach(socket: Socket, target: &str) -> Outcome<Self> {
        let page = Self { socket: RefCell::new(socket), report: RefCell::default(), target: target.to_owned() };
        for domain in ["Page", "Runtime", "Log", "Network", "Audits", "Inspector"] {
            page.cdp(&format!("{domain}.enable"), json!({}))?;
        }
        page.cdp("Page.setLifecycleEventsEnabled", json!({ "enabled": true }))?;
        // A tab in the background behaves as if it were looked at.
        page.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }))?;
        Ok(page)
    }

    /// Sends a command to the page.
    pub fn cdp(&self, method: &str, params: Value) -> Outcome<Value> {
        self.socket.borrow_mut().call(method, params, |socket| {
            // A dialog would hold the answer up.
            self.take_in(socket)?;
            if self.report.borrow().crashed { Err(format!("{method}: the page crashed")) } else { Ok(()) }
        })
    }

    /// Takes in every event that has arrived, and agrees to dialogs.
    fn take_in(&self, socket: &mut Socket) -> Outcome {
        while let Some(event) = socket.take_event() {
            if event.method == "Page.javascriptDialogOpening" {
                socket.send("Page.handleJavaScriptDialog", json!({ "accept": true }))?;
            }
            self.report.borrow_mut().take(&event);
        }
        Ok(())
    }

    /// Takes in what the browser has sent up to now; what a killed browser sent before its end included.
    pub fn listen(&self) {
        let mut socket = self.socket.borrow_mut();
        while let Ok(true) = socket.look() {}
        // Agreeing to a dialog of a browser that is gone cannot work.
        drop(self.take_in(&mut socket));
    }

    /// Everything that the page has reported up to now.
    pub fn report(&self) -> Ref<'_, Report> {
        self.listen();
        self.report.borrow()
    }

    /// The errors up to now, taken away.
    pub fn take_errors(&self) -> Vec<String> {
        self.listen();
        std::mem::take(&mut self.report.borrow_mut().errors)
    }

    /// Goes to an address and waits until it has loaded.
    pub fn goto(&self, url: &str) -> Outcome {
        let answer = self.cdp("Page.navigate", json!({ "url": url }))?;
        if let Some(error) = answer["errorText"].as_str() {
            return Err(format!("{url} did not open: {error}"));
        }
        // Within the same document nothing loads.
        let Some(loader) = answer["loaderId"].as_str() else { return Ok(()) };
        self.until(&format!("{url} has loaded"), PATIENCE, |page| {
            Ok(page.report.borrow().loaded.iter().any(|loaded| loaded == loader))
        })
    }

    /// Loads the page again and waits until it has.
    pub fn reload(&self) -> Outcome {
        let before = self.report().loads;
        self.cdp("Page.reload", json!({}))?;
        self.until("the page has loaded again", PATIENCE, |page| Ok(page.report.borrow().loads > before))
    }

    /// The value of a JavaScript expression; promises are awaited, and what is thrown becomes the error.
    pub fn eval(&self, expression: &str) -> Outcome<Value> {
        let params = json!({
            "expression": expression, "awaitPromise": true, "returnByValue": true, "userGesture": true,
        });
        let answer = self.cdp("Runtime.evaluate", params)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(exception(details)),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    /// The value of a JavaScript expression as text; empty if it is none.
    pub fn text(&self, expression: &str) -> Outcome<String> {
        Ok(self.eval(expression)?.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until a JavaScript expression is true. While the page changes, its errors count as not yet.
    pub fn wait_for(&self, expression: &str, seconds: f64, what: &str) -> Outcome {
        self.until(what, Duration::from_secs_f64(seconds), |page| {
            let value = page.eval(expression)?;
            Ok(!matches!(value, Value::Null | Value::Bool(false)) && value != json!(0) && value != json!(""))
        })
    }

    /// Waits until an element is there.
    pub fn wait_for_element(&self, selector: &str, seconds: f64) -> Outcome {
        self.wait_for(&format!("document.querySelector({}) !== null", json!(selector)), seconds, selector)
    }

    /// The page's errors as the end of a sentence.
    pub(super) fn reported(&self) -> String {
        let errors = self.report().errors.join("; ");
        if errors.is_empty() { String::new() } else { format!("; the page reported: {errors}") }
    }

    /// Waits until something holds that may be asked about the page.
    pub(super) fn until(&self, what: &str, limit: Duration, holds: impl Fn(&Self) -> Outcome<bool>) -> Outcome {
        let deadline = Instant::now() + limit;
        loop {
            let found = holds(self);
            match found {
                Ok(true) => return Ok(()),
                _ if Instant::now() > deadline => {
                    let last = found.err().map(|error| format!("; last: {error}")).unwrap_or_default();
                    return Err(format!(
                        "waited {:.1} s in vain: {what}{last}{}",
                        limit.as_secs_f64(),
                        self.reported()
                    ));
                }
                _ => {}
            }
            if self.report.borrow().crashed {
                return Err(format!("waiting in vain: {what}: the page crashed"));
            }
            std::thread::sleep(PAUSE);
            let mut socket = self.socket.borrow_mut();
            socket.look().map_err(|error| format!("{what}: {error}"))?;
            self.take_in(&mut socket)?;
        }
    }

    /// Gives the page a function of this name; what it is called with is found in `Report::calls`.
    pub fn bind(&self, name: &str) -> Outcome {
        self.cdp("Runtime.addBinding", json!({ "name": name }))?;
        Ok(())
    }

    /// Runs a script in every document from now on, before the document's own.
    pub fn before_load(&self, script: &str) -> Outcome {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))?;
        Ok(())
    }

    /// Closes the tab.
    pub fn close(self) -> Outcome {
        // The answer may be lost with the tab.
        self.socket.borrow_mut().send("Page.close", json!({}))?;
        Ok(())
    }

    /// The tab's name in the protocol.
    pub fn target(&self) -> &str {
        &self.target
    }
}
