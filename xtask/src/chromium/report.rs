//! What a page reports while it is driven.

use serde_json::Value;

use super::socket::Event;

/// Everything that a page has reported since it was opened.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Errors in the console, exceptions that nobody caught, violations of the Content-Security-Policy, crashes.
    pub errors: Vec<String>,
    /// The addresses that it asked for.
    pub requests: Vec<String>,
    /// What it handed to a binding: the binding's name and the text.
    pub calls: Vec<(String, String)>,
    /// The loads that are finished, by their loader.
    pub(super) loaded: Vec<String>,
    /// How many documents have fired `load`.
    pub(super) loads: usize,
    /// Whether its process is gone.
    pub(super) crashed: bool,
}

impl Report {
    /// Takes one event in.
    pub(super) fn take(&mut self, event: &Event) {
        let params = &event.params;
        match event.method.as_str() {
            "Runtime.exceptionThrown" => {
                self.errors.push(format!("exception: {}", exception(&params["exceptionDetails"])))
            }
            "Runtime.consoleAPICalled" if matches!(params["type"].as_str(), Some("error" | "assert")) => {
                let words: Vec<String> = params["args"].as_array().into_iter().flatten().map(shown).collect();
                self.errors.push(format!("console: {}", words.join(" ")));
            }
            "Runtime.bindingCalled" => self.calls.push((text(&params["name"]), text(&params["payload"]))),
            "Log.entryAdded" if params["entry"]["level"] == "error" => {
                let entry = &params["entry"];
                self.errors.push(format!(
                    "{}: {} {}",
                    text(&entry["source"]),
                    text(&entry["text"]),
                    text(&entry["url"])
                ));
            }
            "Audits.issueAdded" if params["issue"]["code"] == "ContentSecurityPolicyIssue" => {
                let details = &params["issue"]["details"]["contentSecurityPolicyIssueDetails"];
                self.errors.push(format!("content security policy: {details}"));
            }
            "Network.requestWillBeSent" => self.requests.push(text(&params["request"]["url"])),
            "Page.lifecycleEvent" if params["name"] == "load" => self.loaded.push(text(&params["loaderId"])),
            "Page.loadEventFired" => self.loads += 1,
            "Inspector.targetCrashed" => {
                self.crashed = true;
                self.errors.push("the page crashed".to_owned());
            }
            _ => {}
        }
    }
}

/// An exception as a sentence.
pub(super) fn exception(details: &Value) -> String {
    let thrown = &details["exception"];
    match (thrown["description"].as_str(), thrown.get("value")) {
        (Some(description), _) => description.to_owned(),
        (None, Some(value)) => format!("{} {value}", text(&details["text"])),
        (None, None) => text(&details["text"]),
    }
}

/// A remote value as the console shows it.
fn shown(value: &Value) -> String {
    match (&value["value"], value["description"].as_str()) {
        (Value::String(text), _) => text.clone(),
        (Value::Null, Some(description)) => description.to_owned(),
        (value, _) => value.to_string(),
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
