// An independent verifier: checks a published log with Go's own packages (golang.org/x/mod/sumdb),
// knowing nothing of Portico's code. Usage: go run verify.go FOLDER VKEY
//
// Go names C2SP's tile/<L>/<N> tile/8/<L>/<N>; that is the only translation.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int { return 8 }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, t := range tiles {
		data, err := os.ReadFile(filepath.Join(string(f), strings.Replace(t.Path(), "tile/8/", "tile/", 1)))
		if err != nil {
			return nil, err
		}
		out = append(out, data)
	}
	return out, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

func (f folder) entries(size int64) (all [][]byte) {
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		t := tlog.Tile{H: 8, L: 0, N: n, W: int(width)}
		name := strings.Replace(t.Path(), "tile/8/0/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(string(f), name))
		check(err)
		for len(data) > 0 {
			end := 2 + int(binary.BigEndian.Uint16(data))
			all = append(all, data[2:end])
			data = data[end:]
		}
	}
	return all
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	log.SetFlags(0)
	dir := folder(os.Args[1])
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	message, err := os.ReadFile(filepath.Join(string(dir), "checkpoint"))
	check(err)
	signed, err := note.Open(message, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		log.Fatal("not a checkpoint of this log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	rootBytes, err := base64.StdEncoding.DecodeString(lines[2])
	check(err)
	var root tlog.Hash
	copy(root[:], rootBytes)

	all := dir.entries(size)
	if int64(len(all)) != size {
		log.Fatalf("%d entries, the checkpoint says %d", len(all), size)
	}
	tree := tlog.Tree{N: size, Hash: root}
	reader := tlog.TileHashReader(tree, dir)
	// The root from the entries alone, by Go's own storage of hashes.
	var stored []tlog.Hash
	memory := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var out []tlog.Hash
		for _, i := range indexes {
			out = append(out, stored[i])
		}
		return out, nil
	})
	for i, entry := range all {
		hashes, err := tlog.StoredHashes(int64(i), entry, memory)
		check(err)
		stored = append(stored, hashes...)
	}
	computed, err := tlog.TreeHash(size, memory)
	check(err)
	if computed != root {
		log.Fatal("the entries do not give the signed root")
	}
	for i, entry := range all {
		proof, err := tlog.ProveRecord(size, int64(i), reader)
		check(err)
		check(tlog.CheckRecord(proof, size, root, int64(i), tlog.RecordHash(entry)))
	}
	for old := int64(1); old <= size; old += 1 + size/16 {
		was, err := tlog.TreeHash(old, memory)
		check(err)
		proof, err := tlog.ProveTree(size, old, reader)
		check(err)
		check(tlog.CheckTree(proof, size, root, old, was))
	}
	fmt.Printf("%d entries %s\n", size, base64.StdEncoding.EncodeToString(root[:]))
}
