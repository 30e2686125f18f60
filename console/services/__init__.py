"""Use cases: one call, one transaction, one value out. They know ports, never what stands behind them."""
