namespace AioBarrierAnalyzers.Explorer.Memory;

/// <summary>A place in memory that is stored to and read as one: a field, an array element, or a word of a struct in one of them.</summary>
internal abstract class Location
{
    protected Location(int id, Owner owner, int size)
    {
        Id = id;
        Owner = owner;
        Size = size;
    }

    /// <summary>Its index in views.</summary>
    public int Id { get; }

    public Owner Owner { get; }

    /// <summary>In bytes; 0 for a reference.</summary>
    public int Size { get; }

    /// <summary>The time of the value that the creation of the owner gave it (an initializer); 0 when that is how it began.</summary>
    public long CreationTime { get; protected set; }

    /// <summary>The last accesses by each thread; null unless races on it are checked.</summary>
    public AccessHistory? Accesses { get; set; }
}
