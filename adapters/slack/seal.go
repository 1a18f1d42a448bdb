package slack

import (
	"crypto/aes"
	"crypto/cipher"
	"fmt"
)

// sealer encrypts what lies in the store: AES-256-GCM with a random nonce before
// each record. A record is bound to the workspace it was made for.
type sealer struct{ aead cipher.AEAD }

func newSealer(key []byte) (*sealer, error) {
	if len(key) != 32 {
		return nil, fmt.Errorf("slack.token_key has %d bytes: it must be 32, written in base64 (openssl rand -base64 32)", len(key))
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, fmt.Errorf("set up encryption: %w", err)
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, fmt.Errorf("set up encryption: %w", err)
	}
	return &sealer{aead}, nil
}

func (s *sealer) close(record []byte, workspace string) ([]byte, error) {
	if s == nil {
		return nil, fmt.Errorf("slack.token_key is missing: it encrypts the tokens of workspaces")
	}
	return s.aead.Seal(nil, nil, record, []byte(workspace)), nil
}

func (s *sealer) open(sealed []byte, workspace string) ([]byte, error) {
	if s == nil {
		return nil, fmt.Errorf("slack.token_key is missing")
	}
	record, err := s.aead.Open(nil, nil, sealed, []byte(workspace))
	if err != nil {
		return nil, fmt.Errorf("decrypt: %w", err)
	}
	return record, nil
}
