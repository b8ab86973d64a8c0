using System.Buffers.Binary;

namespace System.IO.Hashing;

/// <summary>CRC-64 of ECMA-182: not reflected, from zero, no final inversion, most significant byte first.</summary>
public sealed class Crc64() : NonCryptographicHashAlgorithm(Size)
{
    private const int Size = sizeof(ulong);
    private const ulong Polynomial = 0x42F0E1EBA9EA3693;

    private static readonly ulong[] Table = BuildTable();

    private ulong _crc;

    public override void Append(ReadOnlySpan<byte> source) => _crc = Update(_crc, source);

    public override void Reset() => _crc = 0;

    public static byte[] Hash(byte[] source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Hash(source.AsSpan());
    }

    public static byte[] Hash(ReadOnlySpan<byte> source)
    {
        var hash = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(hash, Update(0, source));
        return hash;
    }

    protected override void GetCurrentHashCore(Span<byte> destination) => BinaryPrimitives.WriteUInt64BigEndian(destination, _crc);

    private static ulong Update(ulong crc, ReadOnlySpan<byte> source)
    {
        foreach (var value in source)
        {
            crc = (crc << 8) ^ Table[(crc >> 56) ^ value];
        }

        return crc;
    }

    private static ulong[] BuildTable()
    {
        var table = new ulong[256];
        for (var index = 0; index < table.Length; index++)
        {
            var crc = (ulong)index << 56;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 63) == 1 ? (crc << 1) ^ Polynomial : crc << 1;
            }

            table[index] = crc;
        }

        return table;
    }
}
