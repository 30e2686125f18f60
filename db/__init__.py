"""Storage: the only place that knows SQLAlchemy. Values of the domain come in and go out; rows stay here."""
