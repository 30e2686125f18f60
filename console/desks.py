"""The desks of the programme, and who acts when no agent does."""

from console.domain.access import Desk, Operator, Shift

# Who the audit names when no agent acts.
SYSTEM = Operator(name="Konsol", desk_code="SISTEM", shift=Shift.PAGI)
# The places named in the programme's own descriptions: 112, the MPP, its two branches, Bunga Desa.
DESKS = (
    Desk(code="C112A", name="Call Center 112, meja A"),
    Desk(code="C112B", name="Call Center 112, meja B"),
    Desk(code="MPP1", name="Mal Pelayanan Publik, loket 1"),
    Desk(code="MPP2", name="Mal Pelayanan Publik, loket 2"),
    Desk(code="MPP3", name="Mal Pelayanan Publik, loket 3"),
    Desk(code="PPPG", name="Pasar Pelayanan Publik Genteng"),
    Desk(code="PPPR", name="Pasar Pelayanan Publik Rogojampi"),
    Desk(code="BDESA", name="Bunga Desa"),
)
# Who sits at the desk in a demonstration and in the tour.
DEMO_OPERATOR = Operator(name="Dewi Contoh", desk_code="MPP1", shift=Shift.PAGI)
