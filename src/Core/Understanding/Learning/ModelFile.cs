using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Mailroom.Core.Understanding.Learning;

/// <summary>A model as bytes: a mark, the length of a JSON head, the head, and the tables, packed with Brotli.</summary>
public static class ModelFile
{
    private const int Format = 1;
    private const int LongestHead = 1_000_000;

    // A model that says more than this is none of ours, and unpacking it would fill the memory.
    private const int MostBits = 22;
    private const int MostCells = 64_000_000;

    private static ReadOnlySpan<byte> Mark => "MRMODEL1"u8;

    /// <summary>The bytes of a model.</summary>
    public static byte[] Write(TextModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var head = JsonSerializer.SerializeToUtf8Bytes(new Head(Format, model.Bits, model.Heads));
        var rarity = new byte[model.Rarity.Length * 2];
        for (var i = 0; i < model.Rarity.Length; i++)
        {
            BinaryPrimitives.WriteHalfLittleEndian(rarity.AsSpan(i * 2), (Half)model.Rarity[i]);
        }

        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
        byte[] plain = [.. length, .. head, .. rarity, .. MemoryMarshal.AsBytes(model.Weights)];
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var written, quality: 9, window: 22)
            ? [.. Mark, .. Length(plain.Length), .. packed.AsSpan(0, written)]
            : throw new InvalidOperationException("The model could not be packed.");
    }

    /// <summary>The model of some bytes.</summary>
    /// <exception cref="InvalidDataException">They are no model, or one of another format; the message says which.</exception>
    public static TextModel Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Mark.Length + 4 || !bytes.StartsWith(Mark))
        {
            throw new InvalidDataException("This is no model: it does not begin with the mark of one. Make one with \"mailroom train\".");
        }

        var plain = Unpacked(bytes[Mark.Length..]);
        var headLength = plain.Length >= 4 ? BinaryPrimitives.ReadInt32LittleEndian(plain) : -1;
        if (headLength is <= 0 or > LongestHead || headLength > plain.Length - 4)
        {
            throw Broken();
        }

        var head = HeadOf(plain.AsSpan(4, headLength));
        var (size, width) = (1 << head.Bits, head.Heads.Sum(h => h.Labels.Count));
        var tables = plain.AsSpan(4 + headLength);
        if ((long)size * width > MostCells || tables.Length != (size * 2) + (size * width))
        {
            throw Broken();
        }

        var rarity = new float[size];
        for (var i = 0; i < size; i++)
        {
            rarity[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(tables[(i * 2)..]);
        }

        return new(head.Bits, rarity, MemoryMarshal.Cast<byte, sbyte>(tables[(size * 2)..]).ToArray(), head.Heads);
    }

    private static byte[] Unpacked(ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (length is <= 0 or > MostCells * 2)
        {
            throw Broken();
        }

        var plain = new byte[length];
        return BrotliDecoder.TryDecompress(bytes[4..], plain, out var written) && written == length ? plain : throw Broken();
    }

    private static Head HeadOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var head = JsonSerializer.Deserialize<Head>(json);
            return head is { Format: Format, Bits: > 0 and <= MostBits, Heads.Count: > 0 } && head.Heads.All(h => IsWhole(h, head.Heads.Sum(o => o.Labels.Count)))
                ? head
                : throw Broken();
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The model's head cannot be read. Make the model again with \"mailroom train\".", e);
        }
    }

    private static bool IsWhole(ModelHead head, int width) =>
        head.Labels.Count > 1 && head.Scales.Count == head.Labels.Count && head.Biases.Count == head.Labels.Count
        && head.Calibration.Offsets.Count == head.Labels.Count
        && head.Calibration.Weights.Count == head.Labels.Count && head.Calibration.Weights.All(w => w.Count == width);

    private static byte[] Length(int length)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return bytes;
    }

    private static InvalidDataException Broken() =>
        new("The model is cut off or of another format. Make it again with \"mailroom train\".");

    private sealed record Head(int Format, int Bits, IReadOnlyList<ModelHead> Heads);
}
