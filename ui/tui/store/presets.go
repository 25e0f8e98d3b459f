package store

import (
	"errors"

	"custseg/model"
)

// Preset is the parameters of a method under a name of the user's.
type Preset struct {
	Name   string         `json:"name"`
	Method string         `json:"method"`
	Params model.Settings `json:"params"` // those that differ from the defaults
}

// presetsFile is the file of presets, in the order they were made.
type presetsFile struct {
	Version int      `json:"version"`
	Presets []Preset `json:"presets"`
}

// ErrNoPreset is returned for a name that no preset has.
var ErrNoPreset = errors.New("there is no such preset")

var presetKind = kind{noName: "a preset needs a name", taken: "a preset of this name is there already", none: ErrNoPreset}

// Presets returns all presets in the order they were made.
func (s *Store) Presets() ([]Preset, error) {
	f := presetsFile{Version: version}
	if err := s.presets().read(&f); err != nil {
		return nil, err
	}
	return f.Presets, s.presets().checkVersion(f.Version)
}

// SavePreset keeps a preset, in the place of one of the same name.
func (s *Store) SavePreset(p Preset) (err error) {
	if p.Name, err = presetKind.nameFor(p.Name); err != nil {
		return err
	}
	if p.Params == nil {
		p.Params = model.Settings{}
	}
	return s.changePresets(func(all []Preset) ([]Preset, error) { return put(all, p), nil })
}

// DeletePreset forgets a preset.
func (s *Store) DeletePreset(name string) error {
	return s.changePresets(func(all []Preset) ([]Preset, error) { return remove(presetKind, all, name) })
}

// RenamePreset gives a preset another name, which must be free.
func (s *Store) RenamePreset(old, name string) (err error) {
	if name, err = presetKind.nameFor(name); err != nil {
		return err
	}
	return s.changePresets(func(all []Preset) ([]Preset, error) { return rename(presetKind, all, old, name) })
}

func (p Preset) called() string { return p.Name }

func (p Preset) renamed(name string) Preset {
	p.Name = name
	return p
}

// changePresets reads the presets as they are now, changes and writes them.
func (s *Store) changePresets(change func([]Preset) ([]Preset, error)) error {
	all, err := s.Presets()
	if err != nil {
		return err
	}
	if all, err = change(all); err != nil {
		return err
	}
	return s.presets().write(presetsFile{version, all})
}
