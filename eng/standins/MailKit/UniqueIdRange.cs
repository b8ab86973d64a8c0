using System.Collections;

namespace MailKit;

/// <summary>The numbers from one to another, both included.</summary>
public class UniqueIdRange(uint validity, uint start, uint end) : IList<UniqueId>
{
    public uint Validity { get; } = validity;

    public UniqueId Start => new(Validity, start);

    public UniqueId End => new(Validity, end);

    public UniqueId Min => new(Validity, Math.Min(start, end));

    public UniqueId Max => new(Validity, Math.Max(start, end));

    public int Count => (int)Math.Min(int.MaxValue, Max.Id - (long)Min.Id + 1);

    public bool IsReadOnly => true;

    public UniqueId this[int index]
    {
        get => new(Validity, start <= end ? start + (uint)index : start - (uint)index);
        set => throw new NotSupportedException();
    }

    public void Add(UniqueId uid) => throw new NotSupportedException();

    public void Clear() => throw new NotSupportedException();

    public bool Contains(UniqueId uid) => uid >= Min && uid <= Max;

    public void CopyTo(UniqueId[] array, int arrayIndex)
    {
        foreach (var uid in this)
        {
            array[arrayIndex++] = uid;
        }
    }

    public int IndexOf(UniqueId uid) => Contains(uid) ? (int)(start <= end ? uid.Id - start : start - uid.Id) : -1;

    public void Insert(int index, UniqueId uid) => throw new NotSupportedException();

    public bool Remove(UniqueId uid) => throw new NotSupportedException();

    public void RemoveAt(int index) => throw new NotSupportedException();

    public IEnumerator<UniqueId> GetEnumerator()
    {
        for (long at = 0; at <= Max.Id - (long)Min.Id; at++)
        {
            yield return new UniqueId(Validity, (uint)(start <= end ? start + at : start - at));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
