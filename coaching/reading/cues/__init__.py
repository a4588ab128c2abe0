"""Cue words, Chinese and English, one module for each thing that is read. Data only; how they weigh is decided where they are used."""
