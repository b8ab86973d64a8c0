using System.Buffers.Binary;
using System.Text;

namespace Mailroom.Pipeline.Adapters.Mail.Reading;

/// <summary>Reads winmail.dat (MS-OXTNEF): the body and the files that Outlook hid in it. Whatever is cut short or nonsense ends the reading there.</summary>
internal sealed class Tnef
{
    private const uint Signature = 0x223E9F78;
    private const int MaxFiles = 100;
    private const int MaxProperties = 2000;
    private readonly List<(string Name, byte[] Bytes)> _files = [];
    private Encoding _codePage = MailCharsets.Western;

    private Tnef()
    {
    }

    /// <summary>The plain body; empty when there is none.</summary>
    public string Plain { get; private set; } = "";

    /// <summary>The HTML body; empty when there is none.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The files.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Files => _files;

    /// <summary>What the file holds; null when it is none of the kind.</summary>
    /// <param name="bytes">The bytes of winmail.dat.</param>
    public static Tnef? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 6 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Signature)
        {
            return null;
        }

        var tnef = new Tnef();
        for (var rest = bytes[6..]; rest.Length >= 11;)
        {
            var id = BinaryPrimitives.ReadUInt32LittleEndian(rest[1..]);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[5..]);
            if (length > rest.Length - 9)
            {
                break;
            }

            tnef.Attribute(id, rest.Slice(9, (int)length));
            rest = rest[Math.Min(rest.Length, 9 + (int)length + 2)..];
        }

        return tnef;
    }

    private void Attribute(uint id, ReadOnlySpan<byte> data)
    {
        switch (id)
        {
            case 0x00069007 when data.Length >= 4:
                _codePage = MailCharsets.Find($"cp{BinaryPrimitives.ReadInt32LittleEndian(data)}") ?? _codePage;
                break;
            case 0x0002800C when Plain.Length == 0:
                Plain = Text(data);
                break;
            case 0x00069003:
                Properties(data, Message);
                break;
            case 0x00069002 when _files.Count < MaxFiles:
                _files.Add(("", []));
                break;
            case 0x00018010 when _files.Count > 0:
                _files[^1] = (Text(data), _files[^1].Bytes);
                break;
            case 0x0006800F when _files.Count > 0:
                _files[^1] = (_files[^1].Name, data.ToArray());
                break;
            case 0x00069005 when _files.Count > 0:
                Properties(data, File);
                break;
            default:
                break;
        }
    }

    private void Message(int property, int type, byte[] value)
    {
        switch (property)
        {
            case 0x1000:
                Plain = Value(type, value);
                break;
            case 0x1013:
                Html = type == 0x102 ? MailCharsets.Decode(value, null, []) : Value(type, value);
                break;
            case 0x1009 when Plain.Length == 0 && Html.Length == 0:
                Plain = RtfText.Of(value, _codePage);
                break;
            default:
                break;
        }
    }

    private void File(int property, int type, byte[] value)
    {
        var (name, bytes) = _files[^1];
        _files[^1] = property switch
        {
            0x3707 => (Value(type, value), bytes),
            0x3704 when name.Length == 0 => (Value(type, value), bytes),
            0x3701 when bytes.Length == 0 && type == 0x102 => (name, value),
            _ => (name, bytes),
        };
    }

    private static void Properties(ReadOnlySpan<byte> data, Action<int, int, byte[]> take)
    {
        var reader = new Cursor(data);
        var count = Math.Min(reader.Int32(), MaxProperties);
        for (var i = 0; i < count && !reader.IsBroken; i++)
        {
            var (type, property) = (reader.UInt16(), reader.UInt16());
            if (property >= 0x8000)
            {
                reader.Skip(16);
                reader.Skip(reader.Int32() == 0 ? 4 : Cursor.Padded(reader.Int32()));
            }

            var values = (type & 0x1000) != 0 || (type & 0xFFF) is 0x1E or 0x1F or 0x102 or 0x0D ? reader.Int32() : 1;
            for (var v = 0; v < values && !reader.IsBroken; v++)
            {
                var value = reader.Value(type & 0xFFF);
                if (v == 0 && !reader.IsBroken)
                {
                    take(property, type, value);
                }
            }
        }
    }

    private string Value(int type, byte[] value) => (type == 0x1F ? Encoding.Unicode.GetString(value) : type == 0x1E ? Text(value) : "").TrimEnd('\0');

    private string Text(ReadOnlySpan<byte> bytes) => _codePage.GetString(bytes).TrimEnd('\0');

    private ref struct Cursor(ReadOnlySpan<byte> data)
    {
        private ReadOnlySpan<byte> _rest = data;

        public bool IsBroken { get; private set; }

        public static int Padded(int length) => length < 0 ? -1 : (int)Math.Min(int.MaxValue, ((long)length + 3) / 4 * 4);

        public int UInt16() => Take(2) is { Length: 2 } bytes ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : 0;

        public int Int32() => Take(4) is { Length: 4 } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;

        public void Skip(int length) => _ = Take(length);

        public byte[] Value(int type)
        {
            switch (type)
            {
                case 0x1E or 0x1F or 0x102 or 0x0D:
                    var length = Int32();
                    var padded = Take(Padded(length));
                    return length >= 0 && length <= padded.Length ? padded[..length].ToArray() : [];
                case 0x48:
                    return Take(16).ToArray();
                case 5 or 6 or 7 or 0x14 or 0x40:
                    return Take(8).ToArray();
                default:
                    return Take(4).ToArray();
            }
        }

        private ReadOnlySpan<byte> Take(int length)
        {
            if (length < 0 || length > _rest.Length)
            {
                IsBroken = true;
                _rest = [];
                return [];
            }

            var taken = _rest[..length];
            _rest = _rest[length..];
            return taken;
        }
    }
}
