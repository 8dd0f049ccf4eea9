"""What actors discussed, agreed on, promised, asked for, welcomed and condemned."""

from summitparse.positions.find import find_positions

__all__ = ["find_positions"]
