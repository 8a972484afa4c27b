//! What a record must satisfy beyond its shape before it enters the domain.
