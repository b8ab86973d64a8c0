using System.Diagnostics.CodeAnalysis;
using System.Text;
using MimeKit.Internal;

namespace MimeKit;

/// <summary>A mailbox or a group of them (RFC 5322 3.4).</summary>
public abstract class InternetAddress : IComparable<InternetAddress>, IEquatable<InternetAddress>
{
    private Encoding _encoding;
    private string? _name;

    private protected InternetAddress(Encoding encoding, string? name) => (_encoding, _name) = (encoding, name);

    internal event EventHandler? Changed;

    public Encoding Encoding
    {
        get => _encoding;
        set
        {
            _encoding = value;
            OnChanged();
        }
    }

    public string? Name
    {
        get => _name;
        set
        {
            _name = value;
            OnChanged();
        }
    }

    public abstract InternetAddress Clone();

    public int CompareTo(InternetAddress? other) => string.Compare(ToString(), other?.ToString(), StringComparison.OrdinalIgnoreCase);

    public abstract bool Equals(InternetAddress? other);

    public override bool Equals(object? obj) => Equals(obj as InternetAddress);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(ToString());

    public static bool TryParse(string text, [NotNullWhen(true)] out InternetAddress? address) =>
        TryParse(ParserOptions.Default, text, out address);

    public static bool TryParse(ParserOptions options, string text, [NotNullWhen(true)] out InternetAddress? address)
    {
        address = new AddressParser(options, Latin1Of(text)).ParseList() is { Count: 1 } list ? list[0] : null;
        return address is not null;
    }

    public static InternetAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new ParseException("No address.", 0, 0);

    public override string ToString() => string.Join(' ', Tokens(new FormatOptions { International = true }));

    /// <summary>The pieces of the written address, foldable between them.</summary>
    internal abstract IEnumerable<string> Tokens(FormatOptions options);

    internal static string Latin1Of(string text) => Charsets.Latin1.GetString(Charsets.Utf8.GetBytes(text));

    protected void OnChanged() => Changed?.Invoke(this, EventArgs.Empty);
}

/// <summary>One mailbox.</summary>
public class MailboxAddress : InternetAddress
{
    private string _address = "";

    public MailboxAddress(string? name, string address)
        : this(Charsets.Utf8, name, address)
    {
    }

    public MailboxAddress(Encoding encoding, string? name, string address)
        : base(encoding, name) => Address = address;

    private MailboxAddress(string? name)
        : base(Charsets.Utf8, name)
    {
    }

    public string Address
    {
        get => _address;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length > 0 && !IsAddrSpec(value))
            {
                throw new ParseException($"Invalid addr-spec: {value.Length} characters.", 0, 0);
            }

            _address = value;
            OnChanged();
        }
    }

    public string LocalPart => _address.LastIndexOf('@') is > 0 and var at ? _address[..at] : _address;

    public string Domain => _address.LastIndexOf('@') is > 0 and var at ? _address[(at + 1)..] : "";

    /// <summary>True when the address itself needs RFC 6531.</summary>
    public bool IsInternational => !Ascii.IsValid(_address);

    public override InternetAddress Clone() => new MailboxAddress(Name) { Encoding = Encoding, _address = _address };

    public string GetAddress(bool idnEncode) => idnEncode ? EncodeAddrspec(_address) : DecodeAddrspec(_address);

    /// <summary>The address with its domain in ASCII (RFC 5891), as far as that can be said.</summary>
    public static string EncodeAddrspec(string addrspec) => Idn(addrspec, static (idn, domain) => idn.GetAscii(domain));

    public static string DecodeAddrspec(string addrspec) => Idn(addrspec, static (idn, domain) => idn.GetUnicode(domain));

    public override bool Equals(InternetAddress? other) =>
        other is MailboxAddress mailbox && Name == mailbox.Name && _address == mailbox._address;

    public static bool TryParse(string text, [NotNullWhen(true)] out MailboxAddress? mailbox) =>
        TryParse(ParserOptions.Default, text, out mailbox);

    public static bool TryParse(ParserOptions options, string text, [NotNullWhen(true)] out MailboxAddress? mailbox)
    {
        mailbox = TryParse(options, text, out InternetAddress? address) ? address as MailboxAddress : null;
        return mailbox is not null;
    }

    public static new MailboxAddress Parse(string text) =>
        TryParse(text, out MailboxAddress? mailbox) ? mailbox : throw new ParseException("No mailbox address.", 0, 0);

    /// <summary>An address as a mail has it, however odd.</summary>
    internal static MailboxAddress Parsed(string? name, string address) => new(name) { _address = address };

    internal override IEnumerable<string> Tokens(FormatOptions options)
    {
        var spec = options.International ? _address : EncodeAddrspec(_address);
        if (string.IsNullOrEmpty(Name))
        {
            return [spec];
        }

        var phrase = options.International
            ? [Utils.MimeUtils.Quote(HeaderWriter.OneLine(Name))]
            : HeaderWriter.Phrase(Name, Encoding);
        return phrase.Append($"<{spec}>");
    }

    private static bool IsAddrSpec(string value)
    {
        var quoted = value[0] == '"';
        var local = quoted && value.LastIndexOf('"') is > 0 and var close ? value[(close + 1)..] : value;
        return !value.Any(c => c < ' ' || c == 127) && (!quoted || local.Length < value.Length) &&
            !local.AsSpan().ContainsAny(" <>(),;:\\\"") &&
            !value.StartsWith('@') && !value.EndsWith('@') && !value.EndsWith('.');
    }

    private static string Idn(string addrspec, Func<System.Globalization.IdnMapping, string, string> map)
    {
        var at = addrspec.LastIndexOf('@');
        try
        {
            return at < 0 || at + 1 == addrspec.Length || addrspec[at + 1] == '['
                ? addrspec
                : addrspec[..(at + 1)] + map(new System.Globalization.IdnMapping(), addrspec[(at + 1)..]);
        }
        catch (ArgumentException)
        {
            return addrspec;
        }
    }
}

/// <summary>A named group of mailboxes.</summary>
public class GroupAddress : InternetAddress
{
    public GroupAddress(string name, IEnumerable<InternetAddress> addresses)
        : base(Charsets.Utf8, name)
    {
        Members = new InternetAddressList(addresses);
        Members.Changed += (_, _) => OnChanged();
    }

    public GroupAddress(string name)
        : this(name, [])
    {
    }

    public InternetAddressList Members { get; }

    public override InternetAddress Clone() => new GroupAddress(Name ?? "", Members.Select(m => m.Clone()));

    public override bool Equals(InternetAddress? other) =>
        other is GroupAddress group && Name == group.Name && Members.Equals(group.Members);

    internal override IEnumerable<string> Tokens(FormatOptions options)
    {
        var name = HeaderWriter.Phrase(Name ?? "", Encoding).ToList();
        return [.. name[..^1], name[^1] + ":", .. Members.Tokens(options), ";"];
    }
}
