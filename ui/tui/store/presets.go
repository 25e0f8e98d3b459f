package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"

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

const presetsName = "presets.json"

// ErrNoPreset is returned for a name that no preset has.
var ErrNoPreset = errors.New("there is no such preset")

// Presets returns all presets in the order they were made.
func (s *Store) Presets() ([]Preset, error) {
	f := presetsFile{Version: version}
	if err := read(s.folders.Config, presetsName, &f); err != nil {
		return nil, err
	}
	return f.Presets, checkVersion(s.folders.Config, presetsName, f.Version)
}

// SavePreset keeps a preset, in the place of one of the same name.
func (s *Store) SavePreset(p Preset) error {
	p.Name = strings.TrimSpace(p.Name)
	if p.Name == "" {
		return errors.New("a preset needs a name")
	}
	if p.Params == nil {
		p.Params = model.Settings{}
	}
	return s.changePresets(func(all []Preset) ([]Preset, error) {
		if i := find(all, p.Name); i >= 0 {
			all[i] = p
			return all, nil
		}
		return append(all, p), nil
	})
}

// DeletePreset forgets a preset.
func (s *Store) DeletePreset(name string) error {
	return s.changePresets(func(all []Preset) ([]Preset, error) {
		i := find(all, name)
		if i < 0 {
			return nil, fmt.Errorf("%s: %w", name, ErrNoPreset)
		}
		return slices.Delete(all, i, i+1), nil
	})
}

// RenamePreset gives a preset another name, which must be free.
func (s *Store) RenamePreset(old, name string) error {
	name = strings.TrimSpace(name)
	if name == "" {
		return errors.New("a preset needs a name")
	}
	return s.changePresets(func(all []Preset) ([]Preset, error) {
		i := find(all, old)
		switch {
		case i < 0:
			return nil, fmt.Errorf("%s: %w", old, ErrNoPreset)
		case name != old && find(all, name) >= 0:
			return nil, fmt.Errorf("%s: a preset of this name is there already", name)
		}
		all[i].Name = name
		return all, nil
	})
}

func find(all []Preset, name string) int {
	return slices.IndexFunc(all, func(p Preset) bool { return p.Name == name })
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
	return write(s.folders.Config, presetsName, presetsFile{version, all})
}
