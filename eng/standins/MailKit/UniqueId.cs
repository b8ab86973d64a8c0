using System.Collections;
using System.Globalization;

namespace MailKit;

/// <summary>A mail's number in its folder; it holds as long as the folder's validity stays.</summary>
public readonly struct UniqueId : IEquatable<UniqueId>, IComparable<UniqueId>
{
    public static readonly UniqueId Invalid;

    public static readonly UniqueId MinValue = new(1);

    public static readonly UniqueId MaxValue = new(uint.MaxValue);

    public UniqueId(uint validity, uint id)
    {
        ArgumentOutOfRangeException.ThrowIfZero(id);
        (Validity, Id) = (validity, id);
    }

    public UniqueId(uint id)
        : this(0, id)
    {
    }

    public uint Id { get; }

    public uint Validity { get; }

    public bool IsValid => Id != 0;

    public static bool operator ==(UniqueId uid1, UniqueId uid2) => uid1.Equals(uid2);

    public static bool operator !=(UniqueId uid1, UniqueId uid2) => !uid1.Equals(uid2);

    public static bool operator <(UniqueId uid1, UniqueId uid2) => uid1.Id < uid2.Id;

    public static bool operator <=(UniqueId uid1, UniqueId uid2) => uid1.Id <= uid2.Id;

    public static bool operator >(UniqueId uid1, UniqueId uid2) => uid1.Id > uid2.Id;

    public static bool operator >=(UniqueId uid1, UniqueId uid2) => uid1.Id >= uid2.Id;

    public int CompareTo(UniqueId other) => Id.CompareTo(other.Id);

    public bool Equals(UniqueId other) => other.Id == Id;

    public override bool Equals(object? obj) => obj is UniqueId other && Equals(other);

    public override int GetHashCode() => Id.GetHashCode();

    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}
