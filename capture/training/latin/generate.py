"""Synthetic printed words as they stand on documents, for training the recogniser of Latin letters with marks.

A sample is a strip of 32 pixels' height (capitals about 16, room for a mark above and a tail below), dark on
light, 0 to 1, stretched to 1.3 of its natural width, and its text.
"""

import os
import sys

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

PLAIN = " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-/'()&:+#"
MARKED = "ÀÁÂÃÄÅĂĄÆÇĆČĎĐÈÉÊËĖĘĚÌÍÎÏĪİĞŁÑŃŇÒÓÔÕÖŐØŒŘŚŠŞȘŤȚÙÚÛÜŮŰŪÝŹŻŽÞßàáâãäåæçéèêëíîïñóòôõöøúùûüýčšž"
ALPHABET = PLAIN + MARKED
HEIGHT = 32
CAPITAL = 16.0
BASELINE = 24.0
STRETCH = 1.3
SUPER = 40

FOLDER = "/usr/share/fonts"
FONTS = [
    "opentype/inter/Inter-Regular.otf", "opentype/inter/Inter-SemiBold.otf", "opentype/inter/Inter-Bold.otf",
    "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf", "truetype/dejavu/DejaVuSansCondensed.ttf",
    "truetype/dejavu/DejaVuSerif.ttf", "truetype/liberation/LiberationSans-Regular.ttf",
    "truetype/liberation/LiberationSans-Bold.ttf", "truetype/liberation/LiberationSansNarrow-Regular.ttf",
    "truetype/liberation/LiberationSansNarrow-Bold.ttf", "truetype/liberation/LiberationSerif-Bold.ttf",
    "truetype/open-sans/OpenSans-Regular.ttf", "truetype/open-sans/OpenSans-Semibold.ttf",
    "truetype/open-sans/OpenSans-CondLight.ttf", "opentype/urw-base35/NimbusSans-Regular.otf",
    "opentype/urw-base35/NimbusSans-Bold.otf", "opentype/urw-base35/NimbusSansNarrow-Bold.otf",
    "truetype/noto/NotoSansMono-Regular.ttf", "truetype/liberation/LiberationMono-Bold.ttf",
]
UPPER_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
OFTEN = "AEINORSTLUMCDAEINORS"  # vowels and the commonest consonants, twice
UPPER_MARKED = [c for c in MARKED if c.isupper()]
LOWER_MARKED = [c for c in MARKED if c.islower()]


class Generator:
    def __init__(self, seed):
        self.random = np.random.default_rng(seed)
        self.fonts = []
        for name in FONTS:
            path = os.path.join(FOLDER, name)
            if not os.path.exists(path):
                print(f"{name} was not found: see README.md for the packages", file=sys.stderr)
                continue
            font = ImageFont.truetype(path, 100)
            box = font.getbbox("H")
            self.fonts.append(ImageFont.truetype(path, round(100 * SUPER / (box[3] - box[1]))))

    def word(self):
        """Letters in any order, marks far more often than in life: nothing is learnt of any language."""
        r = self.random
        kind = r.random()
        length = int(r.integers(1, 11))
        if kind < 0.17:
            return "".join(r.choice(list("0123456789"), int(r.integers(1, 9))))
        if kind < 0.24:
            return "".join(r.choice(list("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"), length))
        lower = r.random()
        out = ""
        for i in range(length):
            small = lower < 0.15 or (lower < 0.3 and i > 0)
            if r.random() < 0.2:
                out += r.choice(LOWER_MARKED if small else UPPER_MARKED)
            else:
                letter = r.choice(list(UPPER_PLAIN if r.random() < 0.6 else OFTEN))
                out += letter.lower() if small else letter
        return out

    def text(self):
        r = self.random
        words = [self.word() for _ in range(int(r.integers(1, 4)))]
        out = words[0]
        for word in words[1:]:
            between = r.random()
            out += (" " if between < 0.75 else r.choice(list("-/.,'&:+#()")) if between < 0.9 else ", ") + word
        return out[:24].strip()

    def ink(self, text):
        r = self.random
        font = self.fonts[int(r.integers(0, len(self.fonts)))]
        air = r.uniform(-0.02, 0.12) * SUPER if r.random() < 0.4 else 0
        widths = [font.getlength(c) + air for c in text]
        margin = r.uniform(0.1, 0.8) * SUPER
        height = round(SUPER * HEIGHT / CAPITAL)
        image = Image.new("L", (int(sum(widths) + 2 * margin) + 8, height), 0)
        pen = ImageDraw.Draw(image)
        x, baseline = margin, SUPER * BASELINE / CAPITAL
        if air:
            for char, width in zip(text, widths):
                pen.text((x, baseline), char, fill=255, font=font, anchor="ls")
                x += width
        else:
            pen.text((x, baseline), text, fill=255, font=font, anchor="ls")
        canvas = np.asarray(image, np.float32) / 255
        if r.random() < 0.2:
            squeeze = r.uniform(0.8, 1.2)
            canvas = cv2.resize(canvas, None, fx=squeeze, fy=1, interpolation=cv2.INTER_AREA)
        if r.random() < 0.15:
            canvas = canvas.copy()
            self.neighbours(canvas, font)
        weight = r.integers(-2, 3)
        if weight > 0:
            canvas = cv2.dilate(canvas, np.ones((weight, weight), np.uint8))
        elif weight < -1:
            canvas = cv2.erode(canvas, np.ones((-weight, -weight), np.uint8))
        return canvas

    def neighbours(self, canvas, font):
        """A rim of the line above or below, or of the label."""
        height, width = canvas.shape
        rim = int(self.random.integers(1, height // 7))
        image = Image.new("L", (width, SUPER * 2), 0)
        ImageDraw.Draw(image).text((0, SUPER * 1.5), self.text(), fill=255, font=font, anchor="ls")
        strip = np.asarray(image, np.float32) / 255
        row = int(SUPER * 1.5)
        if self.random.random() < 0.5:
            canvas[:rim] = np.maximum(canvas[:rim], strip[row - rim : row])
        else:
            canvas[-rim:] = np.maximum(canvas[-rim:], strip[row - SUPER : row - SUPER + rim])

    def paper(self, height, width):
        r = self.random
        paper = np.full((height, width), r.uniform(0.55, 1.0), np.float32)
        if r.random() < 0.4:
            paper *= np.linspace(r.uniform(0.75, 1), r.uniform(0.75, 1), width)[None, :]
        for _ in range(2):
            if r.random() < 0.4:
                xs, ys = np.arange(width)[None, :], np.arange(height)[:, None]
                slant = r.uniform(-0.5, 0.5)
                wave = np.sin((ys + slant * xs + r.uniform(2, 12) * np.sin(xs * r.uniform(0.01, 0.06))) * r.uniform(0.1, 0.9))
                paper -= (wave > r.uniform(0.3, 0.95)) * r.uniform(0.02, 0.2)
        return paper

    def sample(self):
        r = self.random
        text = self.text()
        ink = self.ink(text)
        height, width = ink.shape
        ink = self.misfit(ink)
        paper = self.paper(height, width)
        picture = paper * (1 - ink * r.uniform(0.35, 1.0))
        if r.random() < 0.1:
            picture = 1.2 - picture  # light on dark, as titles have it
        capital = r.uniform(8, 28)
        picture = cv2.resize(picture, None, fx=capital / SUPER, fy=capital / SUPER, interpolation=cv2.INTER_AREA)
        if r.random() < 0.6:
            picture = cv2.GaussianBlur(picture, (0, 0), r.uniform(0.2, max(0.3, 0.08 * capital)))
        if r.random() < 0.15:
            size = int(r.integers(2, max(3, int(capital * 0.2) + 1)))
            kernel = np.ones((1, size) if r.random() < 0.5 else (size, 1), np.float32) / size
            picture = cv2.filter2D(picture, -1, kernel)
        picture = picture + r.normal(0, r.uniform(0, 0.05), picture.shape)
        picture = np.clip(picture, 0, 1)
        if r.random() < 0.4:
            _, jpeg = cv2.imencode(".jpg", (picture * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(r.integers(45, 95))])
            picture = cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
        target = max(24, round(picture.shape[1] * (CAPITAL / capital) * STRETCH))
        picture = cv2.resize(picture, (target, HEIGHT), interpolation=cv2.INTER_LINEAR if capital < CAPITAL else cv2.INTER_AREA)
        return normalised(picture), text

    def misfit(self, ink):
        """The strip as the detector cuts it: a little too high, too low, askew."""
        r = self.random
        height, width = ink.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), r.normal(0, 0.5), 1)
        tall = np.exp(r.normal(-0.05, 0.1))
        matrix[1] *= tall
        matrix[1, 2] += height / 2 * (1 - tall) + r.normal(0, 3)
        return cv2.warpAffine(ink, matrix, (width, height))


def normalised(picture):
    low, high = np.quantile(picture, [0.01, 0.99])
    return np.clip((picture - low) / max(high - low, 0.02), 0, 1).astype(np.float32)


if __name__ == "__main__":
    generator = Generator(1)
    rows, texts = [], []
    for _ in range(30):
        row, text = generator.sample()
        rows.append(row)
        texts.append(text)
    width = max(row.shape[1] for row in rows)
    sheet = np.vstack([np.pad(row, ((2, 2), (0, width - row.shape[1])), constant_values=1) for row in rows])
    cv2.imwrite("samples.png", (sheet * 255).astype(np.uint8))
    print("\n".join(texts))
