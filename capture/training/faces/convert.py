"""Writes the network that compares faces: dlib's ResNet with 128 outputs, from the weights of the
npm package @vladmandic/face-api (package MIT, weights in the public domain by their author), whose
8-bit numbers are kept as they are.

    python convert.py OUTPUT.onnx        # needs npm, numpy and onnx

The network's input is 1x3x150x150, red, green, blue, 0 to 255; its output 1x128.
"""

import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

PACKAGE = "@vladmandic/face-api@1.7.15"
MODEL = "package/model/face_recognition_model"
SHA256 = "b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589"

# What the pictures that it was trained on are on average.
MEAN = [122.782, 117.001, 104.298]

# Blocks in order; "down" halves the size.
BLOCKS = [
    "conv32_1", "conv32_2", "conv32_3",
    "conv64_down", "conv64_1", "conv64_2", "conv64_3",
    "conv128_down", "conv128_1", "conv128_2",
    "conv256_down", "conv256_1", "conv256_2", "conv256_down_out",
]  # fmt: skip


def fetch(folder):
    name = subprocess.run(
        ["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True, text=True
    ).stdout.strip()
    with tarfile.open(folder / name) as package:
        weights = package.extractfile(MODEL + ".bin").read()
        manifest = json.load(package.extractfile(MODEL + "-weights_manifest.json"))
    found = hashlib.sha256(weights).hexdigest()
    if found != SHA256:
        sys.exit(f"{MODEL}.bin has the hash {found}, not {SHA256}")
    return weights, manifest[0]["weights"]


class Graph:
    def __init__(self, weights, manifest):
        self.nodes, self.constants, self.count = [], [], 0
        self.raw, self.how = {}, {}
        at = 0
        for each in manifest:
            count = int(np.prod(each["shape"]))
            kind = np.dtype(np.uint8 if "quantization" in each else np.float32)
            part = np.frombuffer(weights, kind, count, at)
            self.raw[each["name"]] = part.reshape(each["shape"])
            self.how[each["name"]] = each.get("quantization")
            at += part.nbytes
        if at != len(weights):
            sys.exit(f"{len(weights) - at} numbers are left over")

    def constant(self, array):
        self.count += 1
        name = f"c{self.count}"
        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def op(self, kind, *inputs, **attributes):
        self.count += 1
        name = f"t{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    def floats(self, name):
        how = self.how[name]
        if how is None:
            return self.raw[name]
        return (self.raw[name] * np.float32(how["scale"]) + np.float32(how["min"])).astype("float32")

    def stored(self, name, order):
        """The 8-bit numbers; whoever loads the network makes them floating."""
        how = self.how[name]
        if how is None:
            return self.constant(self.raw[name].transpose(order).copy())
        cast = self.op("Cast", self.constant(self.raw[name].transpose(order)), to=TensorProto.FLOAT)
        scaled = self.op("Mul", cast, self.constant(np.float32(how["scale"])))
        return self.op("Add", scaled, self.constant(np.float32(how["min"])))

    def conv(self, x, name, stride=1, relu=True, same=True):
        out = self.op(
            "Conv",
            x,
            self.stored(name + "/conv/filters", (3, 2, 0, 1)),
            self.constant(self.floats(name + "/conv/bias")),
            strides=[stride, stride],
            pads=[1, 1, 1, 1] if same else [0, 0, 0, 0],
        )
        weights = self.floats(name + "/scale/weights").reshape(1, -1, 1, 1)
        biases = self.floats(name + "/scale/biases").reshape(1, -1, 1, 1)
        out = self.op("Mul", out, self.constant(weights))
        out = self.op("Add", out, self.constant(biases))
        return self.op("Relu", out) if relu else out

    def pad(self, x, down, channels):
        """Zeros behind the last row, column and channel."""
        pads = np.array([0, 0, 0, 0, 0, channels, down, down], np.int64)
        return self.op("Pad", x, self.constant(pads))


def build(graph):
    x = graph.op("Sub", "picture", graph.constant(np.float32(MEAN).reshape(1, 3, 1, 1)))
    x = graph.op("Mul", x, graph.constant(np.float32(1 / 255)))
    x = graph.conv(x, "conv32_down", stride=2, same=False)
    x = graph.op("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2])
    size, channels = 35, 32
    for block in BLOCKS:
        if "down" in block:
            out = graph.conv(x, block + "/conv1", stride=2, same=False)
            out = graph.conv(out, block + "/conv2", relu=False)
            wanted = graph.raw[block + "/conv2/conv/filters"].shape[3]
            aside = graph.op("AveragePool", x, kernel_shape=[2, 2], strides=[2, 2])
            smaller, pooled = (size - 3) // 2 + 1, size // 2
            if pooled != smaller:
                out = graph.pad(out, pooled - smaller, 0)
            if wanted != channels:
                aside = graph.pad(aside, 0, wanted - channels)
            size, channels = pooled, wanted
        else:
            out = graph.conv(x, block + "/conv1")
            out = graph.conv(out, block + "/conv2", relu=False)
            aside = x
        x = graph.op("Relu", graph.op("Add", out, aside))
    x = graph.op("Flatten", graph.op("GlobalAveragePool", x))
    full = graph.op("MatMul", x, graph.stored("fc", (0, 1)))
    graph.nodes.append(helper.make_node("Identity", [full], ["face"]))
    return helper.make_model(
        helper.make_graph(
            graph.nodes,
            "face",
            [helper.make_tensor_value_info("picture", TensorProto.FLOAT, [1, 3, 150, 150])],
            [helper.make_tensor_value_info("face", TensorProto.FLOAT, [1, 128])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
        producer_name="tanaw",
    )


def main():
    target = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        weights, manifest = fetch(Path(folder))
    model = build(Graph(weights, manifest))
    onnx.checker.check_model(model, full_check=True)
    target.write_bytes(model.SerializeToString())
    found = hashlib.sha256(target.read_bytes()).hexdigest()
    Path(f"{target}.sha256").write_text(f"{found}  {target.name}\n")
    print(target, target.stat().st_size, "bytes,", found)


if __name__ == "__main__":
    main()
