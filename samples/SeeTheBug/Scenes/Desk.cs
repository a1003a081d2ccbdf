using System.Runtime.InteropServices;

namespace SeeTheBug.Scenes;

/// <summary>Where work lies for a callback. Plain fields: whoever schedules the callback has to see to the order.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal sealed class Desk
{
    [FieldOffset(0)]
    private int _work;

    [FieldOffset(128)]
    private bool _found;

    public bool Found => _found;

    public void Put() => _work = 1;

    public void Look() => _found = _work != 0;

    public void Clear()
    {
        _work = 0;
        _found = false;
    }
}
