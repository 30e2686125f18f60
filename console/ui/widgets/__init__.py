"""Values down, signals up: widgets know no service and no page."""
