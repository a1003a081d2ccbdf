namespace AioBarrierAnalyzers.Explorer.Rewriting;

/// <summary>A location that threads may share, as two expressions: the owner, which is evaluated first and once, and the storage in it.</summary>
/// <param name="Owner">The object that it lies in.</param>
/// <param name="Storage">The location; it may use what evaluating the owner has kept.</param>
/// <param name="Site">The number of the place in the source.</param>
/// <param name="Kind">How it is loaded and stored.</param>
/// <param name="Type">The type of what is stored there.</param>
/// <param name="PointerType">Its type in the source, if that is a pointer: it is stored as a number.</param>
internal sealed record Place(string Owner, string Storage, int Site, PlaceKind Kind, string Type, string? PointerType)
{
    public string Load()
    {
        var method = Kind switch { PlaceKind.Volatile => "LoadVolatile", PlaceKind.Fixed => "LoadFixed", _ => "Load" };
        var load = $"{Names.Memory}.{method}({Site}, {Owner}, in {Storage})";
        return PointerType is null ? load : $"(({PointerType}){load})";
    }

    public string Store(string value, bool isStatement = false)
    {
        var stored = PointerType is null ? value : $"(nint)({value})";
        var store = $"{Names.Memory}.{(Kind == PlaceKind.Volatile ? "StoreVolatile" : "Store")}<{Type}>({Site}, {Owner}, ref {Storage}, {stored})";
        return PointerType is null || isStatement ? store : $"(({PointerType}){store})";
    }

    /// <summary>The reference itself, with its owner.</summary>
    public string Loc() => $"{Names.Memory}.Ref({Owner}, ref {Storage})";

    /// <summary>The same place, kept in a variable for the rest of the expression: the first use, and all later ones.</summary>
    public (Place First, Place Again) Keep(string variable) => (
        this with { Owner = $"{Names.Memory}.OwnerOf(out var {variable}, {Loc()})", Storage = $"{variable}.Value" },
        this with { Owner = $"{variable}.Owner", Storage = $"{variable}.Value" });
}
