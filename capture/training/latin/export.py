"""Writes the trained recogniser as ONNX with its hash, where the program finds it."""

import hashlib
import os

import torch

from train import Net

TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../src/main/resources/dev/tanaw/capture/read/text/latin.onnx")

net = Net()
net.load_state_dict(torch.load("latin.pt", map_location="cpu"))
net.eval()
os.makedirs(os.path.dirname(TARGET), exist_ok=True)
torch.onnx.export(
    net, torch.zeros(1, 1, 32, 320), TARGET, input_names=["line"], output_names=["logits"],
    dynamic_axes={"line": {3: "width"}, "logits": {1: "steps"}}, opset_version=17, dynamo=False,
)
with open(TARGET, "rb") as model:
    digest = hashlib.sha256(model.read()).hexdigest()
with open(TARGET + ".sha256", "w") as out:
    out.write(f"{digest}  latin.onnx\n")
print(os.path.getsize(TARGET), "bytes,", digest)
