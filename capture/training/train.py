"""Trains the MRZ recogniser on lines made on the fly and writes ocrb.pt; export.py makes the ONNX."""

import argparse
import time

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, IterableDataset

from generate import ALPHABET, Generator


class Net(nn.Module):
    """Convolutions only: 32 rows down to one, four pixels of width to a step."""

    def __init__(self):
        super().__init__()

        def block(i, o, pool):
            return [nn.Conv2d(i, o, 3, padding=1, bias=False), nn.BatchNorm2d(o), nn.ReLU(), nn.MaxPool2d(pool)]

        self.rows = nn.Sequential(
            *block(1, 16, (2, 2)), *block(16, 32, (2, 2)), *block(32, 48, (2, 1)), *block(48, 64, (2, 1)),
            nn.Conv2d(64, 96, (2, 1), bias=False), nn.BatchNorm2d(96), nn.ReLU(),
        )
        self.context = nn.Sequential(
            nn.Conv1d(96, 96, 5, padding=2, bias=False), nn.BatchNorm1d(96), nn.ReLU(),
            nn.Conv1d(96, 96, 3, padding=1, bias=False), nn.BatchNorm1d(96), nn.ReLU(),
            nn.Dropout(0.1), nn.Conv1d(96, len(ALPHABET) + 1, 1),
        )

    def forward(self, line):
        return self.context(self.rows(line).squeeze(2)).transpose(1, 2)


class Lines(IterableDataset):
    def __init__(self, seed, batch):
        self.seed, self.batch = seed, batch

    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        generator = Generator(self.seed + (info.id if info else 0))
        while True:
            yield collate([generator.sample(int(generator.random.integers(10, 19))) for _ in range(self.batch)])


def collate(samples):
    width = (max(s[0].shape[1] for s in samples) + 7) // 8 * 8
    lines = np.stack([np.pad(s[0], ((0, 0), (0, width - s[0].shape[1])), mode="edge") for s in samples])
    labels = torch.tensor([ALPHABET.index(c) + 1 for s in samples for c in s[1]])
    return torch.from_numpy(lines)[:, None], labels, torch.tensor([len(s[1]) for s in samples])


def greedy(logits):
    texts = []
    for row in logits.argmax(2).tolist():
        text, before = "", 0
        for c in row:
            if c and c != before:
                text += ALPHABET[c - 1]
            before = c
        texts.append(text)
    return texts


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=15)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rate", type=float, default=2e-3, help="highest learning rate")
    options.add_argument("--start", default=None, help="weights to go on from")
    options = options.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    net = Net()
    if options.start:
        net.load_state_dict(torch.load(options.start))
    lossy = nn.CTCLoss(zero_infinity=True)
    optimizer = torch.optim.AdamW(net.parameters(), 2e-3, weight_decay=1e-4)
    limit = options.minutes * 60
    started, step, mean = time.time(), 0, None
    for lines, labels, lengths in DataLoader(Lines(int(time.time()), 32), batch_size=None, num_workers=1, prefetch_factor=4):
        share = (time.time() - started) / limit
        if share >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 60) * 0.5 * (1 + np.cos(np.pi * share))
        net.train()
        log = net(lines).log_softmax(2).transpose(0, 1)
        loss = lossy(log, labels, torch.full((lines.shape[0],), log.shape[0]), lengths)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        mean = loss.item() if mean is None else 0.97 * mean + 0.03 * loss.item()
        step += 1
        if step % 50 == 0:
            print(f"step {step} loss {mean:.4f} after {time.time() - started:.0f} s", flush=True)
            torch.save(net.state_dict(), "ocrb.pt")
    torch.save(net.state_dict(), "ocrb.pt")
    net.eval()
    generator, right, chars, wrong = Generator(999), 0, 0, 0
    with torch.no_grad():
        for _ in range(300):
            picture, text = generator.sample(int(generator.random.integers(24, 45)))
            width = (picture.shape[1] + 7) // 8 * 8
            padded = np.pad(picture, ((0, 0), (0, width - picture.shape[1])), mode="edge")
            read = greedy(net(torch.from_numpy(padded)[None, None]))[0]
            right += read == text
            chars += len(text)
            wrong += sum(a != b for a, b in zip(read, text)) + abs(len(read) - len(text))
    print(f"held-out synthetic lines, best guess of each step: {right} of 300 exact, {wrong / chars:.4f} errors a character")


if __name__ == "__main__":
    main()
