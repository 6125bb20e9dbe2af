"""Trains the recogniser of printed Latin text on words made on the fly and writes latin.pt; export.py makes the ONNX."""

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
            *block(1, 24, (2, 2)), *block(24, 48, (2, 2)), *block(48, 72, (2, 1)),
            nn.Conv2d(72, 160, (4, 3), padding=(0, 1), bias=False), nn.BatchNorm2d(160), nn.ReLU(),
        )
        self.context = nn.Sequential(
            nn.Conv1d(160, 160, 5, padding=2, bias=False), nn.BatchNorm1d(160), nn.ReLU(),
            nn.Dropout(0.05), nn.Conv1d(160, len(ALPHABET) + 1, 1),
        )

    def forward(self, line):
        return self.context(self.rows(line).squeeze(2)).transpose(1, 2)


class Words(IterableDataset):
    def __init__(self, seed, batch):
        self.seed, self.batch = seed, batch

    def __iter__(self):
        info = torch.utils.data.get_worker_info()
        generator = Generator(self.seed + (info.id if info else 0))
        while True:
            yield collate([generator.sample() for _ in range(self.batch)])


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
    options.add_argument("--minutes", type=float, default=60)
    options.add_argument("--threads", type=int, default=1)
    options.add_argument("--rate", type=float, default=3e-3, help="highest learning rate")
    options.add_argument("--start", default=None, help="weights to go on from")
    options = options.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    net = Net()
    if options.start:
        net.load_state_dict(torch.load(options.start))
    lossy = nn.CTCLoss(zero_infinity=True)
    optimizer = torch.optim.AdamW(net.parameters(), options.rate, weight_decay=1e-4)
    limit = options.minutes * 60
    started, step, mean = time.time(), 0, None
    for lines, labels, lengths in DataLoader(Words(int(time.time()), 32), batch_size=None, num_workers=1, prefetch_factor=4):
        share = (time.time() - started) / limit
        if share >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = options.rate * min(1, (step + 1) / 100) * 0.5 * (1 + np.cos(np.pi * share))
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
            torch.save(net.state_dict(), "latin.pt")
    torch.save(net.state_dict(), "latin.pt")
    net.eval()
    generator, right = Generator(999), 0
    with torch.no_grad():
        for _ in range(500):
            picture, text = generator.sample()
            width = (picture.shape[1] + 7) // 8 * 8
            padded = np.pad(picture, ((0, 0), (0, width - picture.shape[1])), mode="edge")
            right += greedy(net(torch.from_numpy(padded)[None, None]))[0] == text
    print(f"held-out synthetic words, best guess of each step: {right} of 500 exact")


if __name__ == "__main__":
    main()
