package loader

// Phase is a part of a load.
type Phase string

// The phases of a load, in their order. The store then compares and writes on its
// own, which takes longest.
const (
	PhaseReading  Phase = "reading"  // of the tables; how many rows there are is not known yet
	PhaseChecking Phase = "checking" // rows are joined and validated
	PhaseHanding  Phase = "handing"  // rows are handed to the store, which writes none of them yet
)

// Progress is told how many rows are through a phase, of how many (0: unknown).
// It may be nil.
type Progress func(phase Phase, done, total int)

func (p Progress) tell(phase Phase, done, total int) {
	if p != nil {
		p(phase, done, total)
	}
}
