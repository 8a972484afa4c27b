//! What every backend must do, as cases that run on each of them.
