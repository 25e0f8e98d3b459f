package term

import tea "github.com/charmbracelet/bubbletea"

// WheelRows is how many rows one notch of the wheel moves.
const WheelRows = 3

// Action is what the mouse did.
type Action uint8

// The actions. Motion is reported while a button is down.
const (
	Press Action = iota
	Release
	Motion
	Wheel
)

// Button is a mouse button.
type Button uint8

// The buttons.
const (
	NoButton Button = iota
	LeftButton
	MiddleButton
	RightButton
)

// Mouse is one event of the mouse at a cell of the screen, counted from 0 at
// the top left. DX and DY are the notches of the wheel, right and down
// positive; the wheel with shift or ctrl turns sideways.
type Mouse struct {
	X, Y   int
	Action Action
	Button Button
	DX, DY int
}

// MouseOf converts Bubble Tea's event.
func MouseOf(msg tea.MouseMsg) Mouse {
	m := Mouse{X: msg.X, Y: msg.Y}
	switch msg.Action {
	case tea.MouseActionRelease:
		m.Action = Release
	case tea.MouseActionMotion:
		m.Action = Motion
	}
	switch msg.Button {
	case tea.MouseButtonLeft:
		m.Button = LeftButton
	case tea.MouseButtonMiddle:
		m.Button = MiddleButton
	case tea.MouseButtonRight:
		m.Button = RightButton
	case tea.MouseButtonWheelUp:
		m.Action, m.DY = Wheel, -1
	case tea.MouseButtonWheelDown:
		m.Action, m.DY = Wheel, 1
	case tea.MouseButtonWheelLeft:
		m.Action, m.DX = Wheel, -1
	case tea.MouseButtonWheelRight:
		m.Action, m.DX = Wheel, 1
	}
	if m.Action == Wheel && (msg.Shift || msg.Ctrl) && m.DX == 0 {
		m.DX, m.DY = m.DY, 0
	}
	return m
}

// CaptureMouse returns the command that starts or ends capturing the mouse;
// while it is captured, the terminal cannot select text.
func CaptureMouse(on bool) tea.Cmd {
	if on {
		return tea.EnableMouseCellMotion
	}
	return tea.DisableMouse
}
