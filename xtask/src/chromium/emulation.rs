//! The device that a page believes to be on, and what can be measured of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::Page;
use crate::run::Outcome;

impl Page {
    /// The size of the screen in CSS pixels; a mobile one has touch and its own way with the viewport.
    pub fn set_viewport(&self, width: u32, height: u32, mobile: bool) -> Outcome {
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.cdp("Emulation.setDeviceMetricsOverride", params)?;
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": mobile }))?;
        Ok(())
    }

    /// Whether the device prefers dark colours.
    pub fn set_dark(&self, dark: bool) -> Outcome {
        let value = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] });
        self.cdp("Emulation.setEmulatedMedia", features)?;
        Ok(())
    }

    /// How many times slower the page's thread runs.
    pub fn set_cpu_throttle(&self, rate: f64) -> Outcome {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate }))?;
        Ok(())
    }

    /// Writes what the page shows as a PNG.
    pub fn screenshot(&self, path: &Path) -> Outcome {
        let answer = self.cdp("Page.captureScreenshot", json!({ "format": "png" }))?;
        let data = answer["data"].as_str().ok_or("Chromium took no picture")?;
        let bytes = STANDARD.decode(data).map_err(|error| format!("the picture is not base64: {error}"))?;
        fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// What Chromium counts of the page: heap, nodes, listeners, time spent.
    pub fn metrics(&self) -> Outcome<BTreeMap<String, f64>> {
        self.cdp("Performance.enable", json!({}))?;
        let answer = self.cdp("Performance.getMetrics", json!({}))?;
        let metrics = answer["metrics"].as_array().ok_or("Chromium counted nothing")?;
        let pair = |metric: &serde_json::Value| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?));
        Ok(metrics.iter().filter_map(pair).collect())
    }

    /// Limits what an origin may store, in bytes; none lifts the limit.
    pub fn set_quota(&self, origin: &str, bytes: Option<u64>) -> Outcome {
        let params =
            bytes.map_or_else(|| json!({ "origin": origin }), |bytes| json!({ "origin": origin, "quotaSize": bytes }));
        self.cdp("Storage.overrideQuotaForOrigin", params)?;
        Ok(())
    }
}
